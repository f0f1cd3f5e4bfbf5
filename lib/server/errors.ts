import { ERROR_STATUS, type ErrorBody, type ErrorCode } from "@/lib/shared/errors";

/** What is wrong with each field, in one line. */
export function nameFields(fields: Record<string, string>): string {
  return Object.entries(fields)
    .map(([field, message]) => `${field}: ${message}`)
    .join("; ");
}

/**
 * A failure with a code that the client may see; `message` is written for people, plainly or by `say`, `cause` is for
 * the log only.
 */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string> | undefined;

  constructor(code: ErrorCode, message: string, options: { cause?: unknown; fields?: Record<string, string> } = {}) {
    super(message, { cause: options.cause });
    this.name = "AppError";
    this.code = code;
    this.fields = options.fields;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }

  /** The answer's body; `speak` turns what was made by `say` into the caller's language. */
  toBody(speak: (text: string) => string = (text) => text): ErrorBody {
    const { code, message, fields } = this;
    if (!fields) return { error: { code, message: speak(message) } };
    const said = Object.fromEntries(Object.entries(fields).map(([field, text]) => [field, speak(text)]));
    const isNamed = message === nameFields(fields);
    return { error: { code, message: isNamed ? nameFields(said) : speak(message), fields: said } };
  }
}
