import type { Role } from '../../domain/person.ts'

/** Roles that an account of a person may have: walls are kept elsewhere. */
export const PERSON_ROLES = ['officer', 'desk', 'supervisor', 'admin', 'auditor'] as const satisfies Role[]
