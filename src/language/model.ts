// Pieces -> what the trained model says of each, by the runtime that is handed in: of Node or of a browser, they have one interface.

import type { InferenceSession, TensorConstructor } from 'onnxruntime-common'
import type { Fault } from './model-facts.ts'
import type { Pieces } from './pieces.ts'

/** Rows of numbers, one a piece, one row behind the other; `ModelFacts` says what the columns are. */
export interface Scores {
  /** Of every tag head the scores of its classes, before the softmax. */
  tags: Float32Array
  /** Of every link head what a piece asks for. */
  ask: Float32Array
  /** And what it answers with. */
  answer: Float32Array
}

const OUTPUTS = ['tags', 'ask', 'answer'] as const

/** How many columns each output has. */
export type Widths = Readonly<Record<(typeof OUTPUTS)[number], number>>

/**
 * Reads one passage a call. In a batch the passages would share the scales of their int8 numbers, so that a reading would
 * depend on its neighbours; and a batch is no faster, since a passage fills the caches of a core.
 */
export type Model = (pieces: Pieces) => Promise<Scores>

export interface Runtime {
  InferenceSession: { create(model: Uint8Array, options: InferenceSession.SessionOptions): Promise<InferenceSession> }
  Tensor: TensorConstructor
}

/** @param onnx the bytes of reader.onnx @param widths what reader.json says that its outputs have */
export async function loadModel(
  { InferenceSession, Tensor }: Runtime,
  onnx: Uint8Array,
  options: InferenceSession.SessionOptions,
  widths: Widths,
  fault: Fault,
): Promise<Model> {
  const session = await InferenceSession.create(onnx, {
    executionMode: 'sequential',
    // Measured: a tenth faster than with every operation fused.
    graphOptimizationLevel: 'basic',
    // Shapes differ from passage to passage: plans for each would only take memory.
    enableMemPattern: false,
    ...options,
  }).catch((error: unknown) => {
    throw fault('reader.onnx', `cannot be loaded (${error instanceof Error ? error.message : String(error)})`)
  })
  checkGraph(session, widths, fault)
  return async ({ ids, casing, quote }) => {
    const input = (values: readonly number[]) => new Tensor('int32', Int32Array.from(values), [1, values.length])
    const found = await session.run({
      ids: input(ids),
      case: input(casing),
      quote: input(quote),
    })
    const output = (name: keyof Widths): Float32Array => {
      const { data } = found[name]
      if (!(data instanceof Float32Array)) throw fault('reader.onnx', `gives no float32 numbers as ${name}`)
      return data
    }
    return { tags: output('tags'), ask: output('ask'), answer: output('answer') }
  }
}

const INPUTS: readonly string[] = ['ids', 'case', 'quote']

/** The columns of an output are found by counting: one too few or too many would shift the meaning of all behind it. */
function checkGraph({ inputNames, outputNames, outputMetadata }: InferenceSession, widths: Widths, fault: Fault): void {
  for (const name of INPUTS) if (!inputNames.includes(name)) throw fault('reader.onnx', `lacks the input ${name}`)
  for (const name of inputNames)
    if (!INPUTS.includes(name))
      throw fault('reader.onnx', `asks for the input ${name}, which the program does not give`)
  for (const name of OUTPUTS) {
    if (!outputNames.includes(name)) throw fault('reader.onnx', `lacks the output ${name}`)
    const about = outputMetadata.find((output) => output.name === name)
    const columns = about?.isTensor ? about.shape.at(-1) : undefined
    if (typeof columns === 'number' && columns !== widths[name])
      throw fault(
        'reader.onnx',
        `has ${columns} columns in the output ${name}, where the heads of reader.json need ${widths[name]}`,
      )
  }
}
