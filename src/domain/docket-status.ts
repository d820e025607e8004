/** open (red): nobody acted; in-process (amber): somebody has it; closed (green); reopened (red): closed once, wanted again. */
export const DOCKET_STATUSES = ['open', 'in-process', 'closed', 'reopened'] as const
export type DocketStatus = (typeof DOCKET_STATUSES)[number]
