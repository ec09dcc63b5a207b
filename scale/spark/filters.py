"""Lines of an RDD -> what a filter makes of them, one process for each partition."""

import subprocess
import threading


def through(lines, command):
    """As RDD.pipe, but an empty partition starts no process, and whatever fails ends the run: the filter, or what feeds it.

    `command` is for the shell, so that filters can stand one behind the other: pipefail tells of each.
    """

    def run(partition):
        first = next(partition, None)
        if first is None:
            return
        process = subprocess.Popen(
            ["bash", "-c", f"set -o pipefail; {command}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        broken = []

        def feed():
            try:
                with process.stdin as to:
                    for line in chain_of(first, partition):
                        to.write(line.encode("utf-8") + b"\n")
            except BrokenPipeError:
                pass  # the filter has ended: its exit code says why
            except BaseException as error:
                broken.append(error)
                process.kill()

        feeder = threading.Thread(target=feed, daemon=True)
        feeder.start()
        try:
            for line in process.stdout:
                yield line.rstrip(b"\n").decode("utf-8")
        except GeneratorExit:
            process.kill()  # nobody wants the rest
            raise
        code = process.wait()
        feeder.join()
        if broken:
            raise broken[0]
        if code != 0:
            raise RuntimeError(f"a filter ended with exit code {code}: {command}")

    return lines.mapPartitions(run, preservesPartitioning=False)


def chain_of(first, rest):
    yield first
    yield from rest
