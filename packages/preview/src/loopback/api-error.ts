/** `errors` of a refused form: nested by field, each leaf a list under `_errors`. */
export type ErrorTree = { [field: string]: ErrorTree | readonly FormIssue[] }
export type FormIssue = { readonly code: string; readonly message: string }

/** A request that Discord refuses: HTTP status, JSON error code (0 for none of its own) and message. */
export class ApiError extends Error {
  override readonly name = 'ApiError'
  readonly status: number
  readonly code: number
  readonly errors: ErrorTree | undefined

  constructor(status: number, code: number, message: string, errors?: ErrorTree) {
    super(message)
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** The JSON body that goes out with the status. */
export const errorBody = ({ message, code, errors }: ApiError) => ({ message, code, ...(errors && { errors }) })

/** The refusals that do not depend on what was sent, by name. */
export const refusals = {
  badRequest: () => new ApiError(400, 0, '400: Bad Request'),
  unauthorized: () => new ApiError(401, 0, '401: Unauthorized'),
  forbidden: (why: string) => new ApiError(403, 0, why),
  noRoute: () => new ApiError(404, 0, '404: Not Found'),
  wrongMethod: () => new ApiError(405, 0, '405: Method Not Allowed'),
  serverError: () => new ApiError(500, 0, '500: Internal Server Error'),
  unknownApplication: () => new ApiError(404, 10002, 'Unknown Application'),
  unknownChannel: () => new ApiError(404, 10003, 'Unknown Channel'),
  unknownGuild: () => new ApiError(404, 10004, 'Unknown Guild'),
  unknownMember: () => new ApiError(404, 10007, 'Unknown Member'),
  unknownMessage: () => new ApiError(404, 10008, 'Unknown Message'),
  unknownWebhook: () => new ApiError(404, 10015, 'Unknown Webhook'),
  unknownInteraction: () => new ApiError(404, 10062, 'Unknown interaction'),
  unknownCommand: () => new ApiError(404, 10063, 'Unknown application command'),
  tooLarge: () => new ApiError(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: () => new ApiError(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: () => new ApiError(403, 50001, 'Missing Access'),
  emptyMessage: () => new ApiError(400, 50006, 'Cannot send an empty message'),
  cannotSendToUser: () => new ApiError(403, 50007, 'Cannot send messages to this user'),
  missingPermissions: () => new ApiError(403, 50013, 'Missing Permissions'),
  invalidToken: () => new ApiError(401, 50027, 'Invalid Webhook Token'),
  invalidVersion: () => new ApiError(400, 50041, 'Invalid API version provided'),
  invalidRecipient: () => new ApiError(400, 50033, 'Invalid Recipient(s)'),
  badForm: () => new ApiError(400, 50035, 'Invalid Form Body'),
  invalidJson: () => new ApiError(400, 50109, 'The request body contains invalid JSON.'),
} satisfies Record<string, (why: string) => ApiError>
