import type { Role } from '../api/types'

export const k_roles: readonly Role[] = ['administrator', 'official', 'reporter', 'viewer', 'auditor']
