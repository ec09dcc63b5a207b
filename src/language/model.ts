// Pieces -> what the trained model says of each. The only file that knows the runtime it is computed by.

import { InferenceSession, Tensor } from 'onnxruntime-node'
import type { Pieces } from './pieces.ts'

/** Rows of numbers, one a piece, one row behind the other. */
interface Scores {
  /** O, B and I, before the softmax. */
  cue: Float32Array
  sourceAsk: Float32Array
  sourceAnswer: Float32Array
  contentAsk: Float32Array
  contentAnswer: Float32Array
}

/**
 * Reads one passage a call. In a batch the passages would share the scales of their int8 numbers, so that a reading would
 * hang on its neighbours; and a batch is no faster, since a passage fills the caches of a core.
 */
export type Model = (pieces: Pieces) => Promise<Scores>

export async function loadModel(path: string, threads: number): Promise<Model> {
  const session = await InferenceSession.create(path, {
    executionProviders: ['cpu'],
    intraOpNumThreads: threads,
    interOpNumThreads: 1,
    executionMode: 'sequential',
    // Measured: a tenth faster than with every operation fused.
    graphOptimizationLevel: 'basic',
    // Shapes differ from passage to passage: plans for each would only take memory.
    enableMemPattern: false,
  })
  return async ({ ids, casing, quote }) => {
    const input = (values: readonly number[]) => new Tensor('int32', Int32Array.from(values), [1, values.length])
    const found = await session.run({
      ids: input(ids),
      case: input(casing),
      quote: input(quote),
      mask: input(ids.map(() => 1)),
    })
    const output = (name: string): Float32Array => {
      const { data } = found[name]
      if (!(data instanceof Float32Array)) throw new Error(`the model's output ${name} is no list of numbers`)
      return data
    }
    return {
      cue: output('cue'),
      sourceAsk: output('source_ask'),
      sourceAnswer: output('source_answer'),
      contentAsk: output('content_ask'),
      contentAnswer: output('content_answer'),
    }
  }
}
