"""An exported model in, its pieces a second on one thread out, for batches of one and of eight full passages."""

import argparse
import time

import torch

from evaluate import OnnxReader


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument('--model', required=True)
    reader = OnnxReader(parser.parse_args().model)
    torch.manual_seed(1)
    for size in (1, 8):
        ids = torch.randint(1000, 30000, (size, reader.limit))
        zero, one = torch.zeros_like(ids), torch.ones_like(ids)
        reader(ids, one, zero, one)
        wall, cpu = time.perf_counter(), time.process_time()
        rounds = 40 // size
        for _ in range(rounds):
            reader(ids, one, zero, one)
        pieces = rounds * ids.numel()
        print(f'batch {size} x {reader.limit}: {pieces / (time.perf_counter() - wall):.0f} pieces/s by the clock, '
              f'{pieces / (time.process_time() - cpu):.0f} pieces/s of processor time')


if __name__ == '__main__':
    main()
