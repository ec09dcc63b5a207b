// Pieces -> what the trained model says of each, by the runtime that is handed in: of Node or of a browser, they have one interface.

import type { InferenceSession, TensorConstructor } from 'onnxruntime-node'
import type { Pieces } from './pieces.ts'

/** Rows of numbers, one a piece, one row behind the other; what the columns are, `ModelFacts` says. */
export interface Scores {
  /** Of every tag head the scores of its classes, before the softmax. */
  tags: Float32Array
  /** Of every link head what a piece asks for. */
  ask: Float32Array
  /** And what it answers with. */
  answer: Float32Array
}

/**
 * Reads one passage a call. In a batch the passages would share the scales of their int8 numbers, so that a reading would
 * hang on its neighbours; and a batch is no faster, since a passage fills the caches of a core.
 */
export type Model = (pieces: Pieces) => Promise<Scores>

export interface Runtime {
  InferenceSession: { create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession> }
  Tensor: TensorConstructor
}

/** @param onnx the bytes of the model's file */
export async function loadModel(
  { InferenceSession, Tensor }: Runtime,
  onnx: Uint8Array,
  options: InferenceSession.SessionOptions,
): Promise<Model> {
  const session = await InferenceSession.create(onnx, {
    executionMode: 'sequential',
    // Measured: a tenth faster than with every operation fused.
    graphOptimizationLevel: 'basic',
    // Shapes differ from passage to passage: plans for each would only take memory.
    enableMemPattern: false,
    ...options,
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
    return { tags: output('tags'), ask: output('ask'), answer: output('answer') }
  }
}
