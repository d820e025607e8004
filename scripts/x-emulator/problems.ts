/** Error bodies of the X API v2 as documented or captured; where no source is known the line says so. */

const PROBLEMS = 'https://api.x.com/2/problems/'

/** The `type` URI of a problem, e.g. `https://api.x.com/2/problems/invalid-rules`. */
export function problemType(name: string): string {
  return PROBLEMS + name
}

export interface Problem {
  status: number
  body: Record<string, unknown>
}

function plain(status: number, title: string, detail = title): Problem {
  return { status, body: { title, type: 'about:blank', status, detail } }
}

export const unauthorized = (): Problem => plain(401, 'Unauthorized')
export const forbidden = (detail: string): Problem => plain(403, 'Forbidden', detail)
export const notFound = (): Problem => plain(404, 'Not Found')
export const tooManyRequests = (): Problem => plain(429, 'Too Many Requests')
export const unavailable = (status = 503): Problem =>
  plain(status, status === 503 ? 'Service Unavailable' : status === 500 ? 'Internal Server Error' : 'Bad Gateway')

/** Validation failure: what each parameter was and why it is refused. */
export function invalidRequest(...errors: { parameters: Record<string, string[]>; message: string }[]): Problem {
  return {
    status: 400,
    body: {
      errors,
      title: 'Invalid Request',
      detail: 'One or more parameters to your request was invalid.',
      type: problemType('invalid-request'),
    },
  }
}

/** The older shape of 429, still seen on some paths. */
export const legacyRateLimit = (): Problem => ({ status: 429, body: { errors: [{ code: 88, message: 'Rate limit exceeded' }] } })

export const creditsDepleted = (): Problem => ({
  status: 402,
  body: {
    title: 'CreditsDepleted',
    detail: 'Your enrolled account does not have any credits to fulfill this request.',
    type: problemType('credits'),
  },
})

export const clientForbidden = (): Problem => ({
  status: 403,
  body: {
    title: 'Client Forbidden',
    detail: 'When authenticating requests to the X API v2 endpoints, you must use keys and tokens from an App that is attached to a Project.',
    reason: 'client-not-enrolled',
    required_enrollment: 'Appropriate Level of API Access',
    registration_url: 'https://console.x.com',
    type: problemType('client-forbidden'),
    client_id: '10000001',
  },
})

export const unsupportedAuthentication = (used: string, supported: string): Problem => ({
  status: 403,
  body: {
    title: 'Unsupported Authentication',
    detail: `Authenticating with ${used} is forbidden for this endpoint.  Supported authentication types are [${supported}].`,
    type: problemType('unsupported-authentication'),
    status: 403,
  },
})

export const usageCapped = (): Problem => ({
  status: 429,
  body: {
    title: 'UsageCapExceeded',
    detail: 'Usage cap exceeded: Monthly product cap',
    period: 'Monthly',
    scope: 'Product',
    account_id: '1600000000000000001',
    product_name: 'pay-per-use',
    type: problemType('usage-capped'),
  },
})

function connectionProblem(status: number, issue: string, detail: string): Problem {
  return { status, body: { title: 'ConnectionException', detail, connection_issue: issue, type: problemType('streaming-connection') } }
}

export const tooManyConnections = (): Problem =>
  connectionProblem(429, 'TooManyConnections', 'This stream is currently at the maximum allowed connection limit.')

/** The exact wording of X's 409 is not known. */
export const noRules = (): Problem =>
  connectionProblem(409, 'RuleConfigurationIssue', 'You must define rules on your stream before connecting.')

/** What a proxy in front of X says: not JSON. */
export const HTML_ERROR = '<!DOCTYPE html>\n<html><head><title>X / Over capacity</title></head><body><h1>Something is technically wrong.</h1></body></html>\n'

/** A post or user that a lookup could not return, for the `errors` array of a 200. */
export function resourceProblem(
  kind: 'tweet' | 'user' | 'media' | 'place',
  parameter: string,
  value: string,
  why: 'not-found' | 'not-authorized',
): Record<string, unknown> {
  const isMissing = why === 'not-found'
  return {
    value,
    resource_id: value,
    resource_type: kind,
    parameter,
    title: isMissing ? 'Not Found Error' : 'Authorization Error',
    detail: isMissing
      ? `Could not find ${kind} with ${parameter}: [${value}].`
      : `Sorry, you are not authorized to see the ${kind} with ${parameter}: [${value}].`,
    type: problemType(isMissing ? 'resource-not-found' : 'not-authorized-for-resource'),
  }
}

/** The control frame that X sends before it drops a stream. */
export function disconnectFrame(disconnectType: string): Record<string, unknown> {
  return {
    errors: [
      {
        title: 'operational-disconnect',
        disconnect_type: disconnectType,
        detail: 'This stream has been disconnected upstream for operational reasons.',
        type: problemType('operational-disconnect'),
      },
    ],
  }
}
