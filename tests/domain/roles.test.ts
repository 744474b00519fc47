import { describe, expect, it } from 'vitest';
import { allows, PERMISSIONS, ROLES, type Role } from '#domain/roles.ts';

describe('a role', () => {
  it.each(ROLES)('%s may look at agencies and touchpoints', (role) => {
    expect(allows(role, 'agencies.read') && allows(role, 'touchpoints.read')).toBe(true);
  });

  it('that runs the installation does not judge its integrity', () => {
    expect(ROLES.filter((role) => allows(role, 'integrity.read'))).toEqual(['inspector']);
  });

  it('that reads changes nothing but its own work: comments and reporting periods', () => {
    const changes = (role: Role) =>
      PERMISSIONS.filter((each) => each.endsWith('.write') && allows(role, each));
    expect(changes('provincial_analyst')).toEqual(['comments.write', 'periods.write']);
    expect(changes('inspector')).toEqual(['comments.write']);
  });

  it('of an agency sees no allegation and opens nothing that was masked', () => {
    for (const role of ['agency_manager', 'counter_officer'] as const)
      expect([allows(role, 'allegations.read'), allows(role, 'comments.open')]).toEqual([false, false]);
  });

  it('that gives out accounts is the administrator alone', () => {
    expect(ROLES.filter((role) => allows(role, 'accounts.write'))).toEqual(['administrator']);
  });
});
