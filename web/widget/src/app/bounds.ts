// Bounds the widget checks before it sends, so that a visitor hears at once what the server would refuse later.
// The server's are the ones that count.

/** Bytes of one file. */
export const FILE_BYTES_MAX = 25 * 1024 * 1024
/** Files of one message. */
export const MESSAGE_FILES_MAX = 10
/** Characters of all that the page says of the visitor, names and values. */
export const ATTRIBUTES_CHARS_MAX = 16_000
/** Characters of one message. */
export const MESSAGE_CHARS_MAX = 8_000
