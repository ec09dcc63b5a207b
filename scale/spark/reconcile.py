"""An archive of reports -> its readings and incidents, on Spark.

    spark-submit --archives hearsay.tar.gz#hearsay --py-files filters.py,components.py reconcile.py \\
        --hearsay ./hearsay/hearsay ARCHIVE.ndjson OUT

OUT/readings, OUT/failures and OUT/incidents are folders of lines; the incidents, one part after the other, are byte for byte those that
`hearsay read ... | hearsay reconcile` prints in one process. Spark sorts, groups and joins; what lines mean, only the filters know.
"""

import argparse
from itertools import islice

from pyspark import SparkConf, SparkContext, StorageLevel
from pyspark.rdd import portable_hash

from components import components
from filters import through

# As many as neighbours.ts looks ahead (WINDOW_MEMBERS): the first lines of what follows go along with each part.
WINDOW_LINES = 40


def main():
    given = arguments()
    spark = SparkContext(conf=SparkConf().setAppName("hearsay"))
    parts = given.partitions or 3 * spark.defaultParallelism

    def step(name, lines, *more):
        steps = " | ".join(f"{given.hearsay} reconcile --errors ndjson --step {each}" for each in (name, *more))
        return through(lines, steps)

    readings = lines_of(spark, given.archive, parts)
    if not given.readings:
        reader = f"{given.hearsay} read --input ndjson --format ndjson --no-record --workers 1 --errors ndjson"
        through(readings, reader).saveAsTextFile(f"{given.out}/readings")
        readings = lines_of(spark, f"{given.out}/readings", parts)

    chained = step("chain", readings).persist(StorageLevel.DISK_ONLY)
    chained.filter(is_failure).map(value_of).saveAsTextFile(f"{given.out}/failures")
    documents = last_of_each(chained.filter(lambda line: not is_failure(line)), parts).persist(StorageLevel.DISK_ONLY)

    blocks = sorted_with_following(step("block", documents), parts)
    pairs = sorted_by_key(step("compare", blocks), parts)
    connected = step("connect", sorted_by_key(step("rank", pairs), parts)).persist(StorageLevel.DISK_ONLY)
    labels = components(connected.map(lambda line: tuple(key_of(line).split(" "))), parts)

    # A chain without pairs is a component by itself.
    chains = step("single", documents).map(keyed).leftOuterJoin(labels, parts)
    members = chains.map(lambda each: f"{each[1][1] or each[0]}\t{each[1][0]}")
    links = connected.map(lambda line: (key_of(line).split(" ")[0], value_of(line))).join(labels, parts)
    members = members.union(links.map(lambda each: f"{each[1][1]}\t{each[1][0]}"))

    incidents = step("cluster", sorted_by_key(members, parts), "describe").persist(StorageLevel.DISK_ONLY)
    # A sort looks at its input twice before it begins.
    incidents.map(keyed).sortByKey(numPartitions=parts).values().saveAsTextFile(f"{given.out}/incidents")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("archive", help="files of NDJSON, a document on each line; a path, a folder or a pattern, as Spark takes it")
    parser.add_argument("out", help="a folder that is not there yet")
    parser.add_argument("--hearsay", default="hearsay", help="how the program is called on each machine (default: hearsay)")
    parser.add_argument("--readings", action="store_true", help="the archive has readings already: only reconcile them")
    parser.add_argument("--partitions", type=int, help="into how many parts lines are divided (default: three a core)")
    return parser.parse_args()


def lines_of(spark, path, parts):
    """Divided at line feeds alone, as the filters do it."""
    text = "org.apache.hadoop.io.Text"
    return spark.newAPIHadoopFile(
        path,
        "org.apache.hadoop.mapreduce.lib.input.TextInputFormat",
        "org.apache.hadoop.io.LongWritable",
        text,
        conf={
            "textinputformat.record.delimiter": "\n",
            "mapreduce.input.fileinputformat.split.maxsize": str(split_size(spark, path, parts)),
        },
    ).values()


def split_size(spark, path, parts):
    """Of so many bytes that there are as many parts as asked for."""
    hadoop = spark._jvm.org.apache.hadoop.fs
    pattern = hadoop.Path(path)
    files = pattern.getFileSystem(spark._jsc.hadoopConfiguration())
    size = sum(files.getContentSummary(found.getPath()).getLength() for found in files.globStatus(pattern) or [])
    return max(1, -(-size // parts))


def key_of(line):
    return line[: line.index("\t")]


def value_of(line):
    return line[line.index("\t") + 1 :]


def keyed(line):
    return key_of(line), value_of(line)


def is_failure(line):
    return line.startswith("!\t")


def last_of_each(lines, parts):
    """Of the lines with one key the last, in the order of the archive; sorted within each part."""

    def numbered(part, lines):
        for number, line in enumerate(lines):
            key, value = keyed(line)
            yield key, ((part, number), value)

    latest = lines.mapPartitionsWithIndex(numbered).reduceByKey(max, parts)
    return sorted_by_key(latest.map(lambda each: f"{each[0]}\t{each[1][1]}"), parts)


def sorted_by_key(lines, parts):
    """Lines of one key in one part, and the keys of each part in their order."""
    by_key = lines.map(keyed).repartitionAndSortWithinPartitions(parts, portable_hash)
    return by_key.map("\t".join)


def sorted_with_following(lines, parts):
    """All lines in the order of their keys, divided anywhere, so that no block is too large for a machine; after those of each part come the first of what follows."""
    ordered = lines.map(keyed).sortByKey(numPartitions=parts).map("\t".join)
    heads = dict(ordered.mapPartitionsWithIndex(lambda part, lines: [(part, list(islice(lines, WINDOW_LINES)))]).collect())
    following = {part: list(islice(following_lines(heads, part), WINDOW_LINES)) for part in heads}
    shared = lines.context.broadcast(following)

    def with_following(part, lines):
        yield from lines
        yield from shared.value.get(part, [])

    return ordered.mapPartitionsWithIndex(with_following)


def following_lines(heads, part):
    for later in sorted(heads):
        if later > part:
            yield from heads[later]


if __name__ == "__main__":
    main()
