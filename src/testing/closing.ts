// What a test file opens -> closed once its last test is over. Test files of one worker share their modules, so that a module
// of src/testing cannot ask for that itself: it would be asked once, for the first file that imports it.

const opened: (() => unknown)[] = []

export function closeAfterwards(close: () => unknown): void {
  opened.push(close)
}

/** What was opened last is closed first. */
export async function closeAll(): Promise<void> {
  for (const close of opened.splice(0).reverse()) await close()
}
