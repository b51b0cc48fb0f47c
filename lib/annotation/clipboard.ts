/** Writes to the reader's clipboard, from a page, when the reader's own hand asked for it. */

/**
 * Puts the same words on the clipboard as plain text and as HTML.
 * @returns whether it was done; browsers refuse it to pages without a secure connection
 */
export async function writeClipboard(words: { text: string; html: string }): Promise<boolean> {
  try {
    const blob = (type: string, content: string) => new Blob([content], { type });
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': blob('text/plain', words.text), 'text/html': blob('text/html', words.html) }),
    ]);
    return true;
  } catch {
    return false;
  }
}
