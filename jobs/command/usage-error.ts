/** A command line that cannot be understood; the message is all that its writer needs. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
