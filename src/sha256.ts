// Bytes -> their SHA-256 in hex, at once and without Node, so that it also runs in a browser.

import { sha256 as hash } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'

export const sha256 = (bytes: Uint8Array): string => bytesToHex(hash(bytes))
