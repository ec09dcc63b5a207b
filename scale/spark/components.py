"""Edges of a graph -> the component of each node, named by its first node, by joins alone.

"Connected Components in MapReduce and Beyond" (Kiveris et al., 2014): large-star and small-star, until nothing changes. It takes a few rounds even
where a component is a long chain of nodes, and no group is larger than a node has neighbours.
"""

from pyspark import StorageLevel


def components(edges, partitions):
    """`edges`: pairs of nodes. Returns pairs of node and component, without nodes that have no edge."""
    stars = kept(edges.map(lambda edge: (max(edge), min(edge))).distinct(partitions))
    while True:
        large = stars.flatMap(lambda edge: [edge, edge[::-1]]).groupByKey(partitions).flatMap(large_star)
        small = large.groupByKey(partitions).flatMap(small_star)
        after = kept(small.distinct(partitions))
        if after.count() == stars.count() and after.subtract(stars, partitions).isEmpty():
            break
        stars.unpersist()
        stars = after
    # Every node now hangs on the first of its component, which hangs on nothing.
    return after.union(after.values().distinct(partitions).map(lambda first: (first, first)))


def large_star(group):
    """Neighbours that come after a node -> hung on the first among it and all its neighbours."""
    node, neighbours = group[0], set(group[1])
    first = min(min(neighbours), node)
    return [(other, first) for other in neighbours if other > node]


def small_star(group):
    """A node and the neighbours that come before it -> hung on the first of them."""
    node, before = group[0], set(group[1])
    first = min(before)
    return [(other, first) for other in {node, *before} if other != first]


def kept(rdd):
    """Computed once: each round reads the last one twice."""
    rdd = rdd.persist(StorageLevel.MEMORY_AND_DISK)
    rdd.localCheckpoint()
    return rdd
