// Who among staff may do what. Where it may be done is the account's agency and everything below it.

export const PERMISSIONS = [
  'agencies.read',
  'agencies.write',
  'touchpoints.read',
  'touchpoints.write',
  'devices.read',
  'devices.write',
  'questionnaires.read',
  'questionnaires.write',
  'results.read',
  'responses.export',
  'comments.read',
  'comments.write',
  'comments.open',
  'allegations.read',
  'integrity.read',
  'periods.read',
  'periods.write',
  'accounts.read',
  'accounts.write',
  'audit.read',
  'settings.write',
] as const;
/** `noun.read` looks, `noun.write` changes; `comments.open` unmasks personal data. A route names the one it needs. */
export type Permission = (typeof PERMISSIONS)[number];

export const ROLES = [
  'administrator',
  'provincial_analyst',
  'inspector',
  'agency_manager',
  'counter_officer',
] as const;
export type Role = (typeof ROLES)[number];

const EVERYBODY = ['agencies.read', 'touchpoints.read', 'devices.read', 'questionnaires.read'] as const;

/**
 * What is not listed is denied. Integrity and allegations are the inspector's alone: nobody grades himself. An agency
 * never opens what a comment says of persons: it would find out who complained.
 */
const GRANTED: Record<Role, readonly Permission[]> = {
  administrator: [
    ...EVERYBODY,
    'agencies.write',
    'touchpoints.write',
    'devices.write',
    'questionnaires.write',
    'results.read',
    'responses.export',
    'periods.read',
    'accounts.read',
    'accounts.write',
    'audit.read',
    'settings.write',
  ],
  provincial_analyst: [
    ...EVERYBODY,
    'results.read',
    'responses.export',
    'comments.read',
    'comments.write',
    'comments.open',
    'periods.read',
    'periods.write',
  ],
  inspector: [
    ...EVERYBODY,
    'results.read',
    'responses.export',
    'comments.read',
    'comments.write',
    'comments.open',
    'allegations.read',
    'integrity.read',
    'periods.read',
    'accounts.read',
    'audit.read',
  ],
  agency_manager: [
    ...EVERYBODY,
    'touchpoints.write',
    'devices.write',
    'results.read',
    'comments.read',
    'comments.write',
    'periods.read',
  ],
  counter_officer: [...EVERYBODY, 'devices.write'],
};

/** Whether a role may do something, within its agencies. */
export function allows(role: Role, permission: Permission): boolean {
  return GRANTED[role].includes(permission);
}

/** What concerns everybody: no agency's people may do it, whatever their role. */
const FOR_THE_WHOLE: readonly Permission[] = ['questionnaires.write', 'settings.write', 'periods.write'];

/** Somebody who works with the product, as every layer knows them. */
export interface Actor {
  /** Null for the operator at the server itself and in a demonstration. */
  accountId: string | null;
  name: string;
  role: Role;
  /** The agency whose subtree is theirs; null is the whole installation. */
  agencyId: string | null;
}

/** Whoever runs commands at the server itself. */
export const OPERATOR: Actor = { accountId: null, name: 'operator', role: 'administrator', agencyId: null };

/**
 * Whether somebody may do something at all; where, their agency says. The most restrictive of both counts. Nothing is
 * kept from the operator, who sits before the database itself.
 */
export function permits({ accountId, role, agencyId }: Actor, permission: Permission): boolean {
  if (accountId === null) return true;
  return allows(role, permission) && (agencyId === null || !FOR_THE_WHOLE.includes(permission));
}
