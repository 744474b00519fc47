import { describe, expect, it } from 'vitest';
import { allows, PERMISSIONS, ROLES } from '#domain/roles.ts';

describe('a role', () => {
  it.each(ROLES)('%s may look at agencies and touchpoints', (role) => {
    expect(allows(role, 'agencies.read') && allows(role, 'touchpoints.read')).toBe(true);
  });

  it('that runs the installation does not judge its integrity', () => {
    expect(ROLES.filter((role) => allows(role, 'integrity.read'))).toEqual(['inspector']);
  });

  it('that reads changes nothing', () => {
    for (const role of ['provincial_analyst', 'inspector'] as const)
      expect(PERMISSIONS.filter((each) => each.endsWith('.write') && allows(role, each))).toEqual([]);
  });

  it('that gives out accounts is the administrator alone', () => {
    expect(ROLES.filter((role) => allows(role, 'accounts.write'))).toEqual(['administrator']);
  });
});
