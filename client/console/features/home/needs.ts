// What the home page asks somebody to do, most urgent first. Only what they may mend themselves is asked.
import type { Permission } from '#domain/roles.ts';
import type { Format } from '../../format.ts';
import type { Home, NamedDevice, Some } from './queries.ts';

export interface Need {
  /** Its words stand at `home.needs.<id>`. */
  id: string;
  /** What the words mention. */
  words?: Record<string, string>;
  /** Where it is mended. */
  to: string;
  /** What is concerned, by name. */
  named?: string[];
  /** How many more are concerned than are named. */
  more?: number;
}

/** For a new installation or agency: what has not been begun yet. */
export function firstSteps(home: Home, may: readonly Permission[]): Need[] {
  const { touchpoints, devices, accounts } = home;
  const steps: (Need | false)[] = [
    may.includes('touchpoints.write') &&
      touchpoints.open > 0 &&
      !touchpoints.printed && { id: 'print', to: '/touchpoints' },
    may.includes('devices.write') && devices.n === 0 && { id: 'tablet', to: '/kiosks' },
    may.includes('accounts.write') &&
      accounts !== null &&
      accounts.n === 1 && { id: 'accounts', to: '/accounts' },
  ];
  return steps.filter((step) => step !== false);
}

export function needsOf(home: Home, may: readonly Permission[], format: Format): Need[] {
  const { touchpoints, devices, accounts, comments, quietAgencies } = home;
  const readsComments = comments !== null && may.includes('comments.write');
  const words = (n: number, more: Record<string, string> = {}) => ({ n: format.count(n), ...more });
  const needs: (Need | false | null)[] = [
    may.includes('touchpoints.write') && touchpoints.open === 0 && { id: 'touchpoints', to: '/touchpoints' },
    readsComments &&
      comments.allegations > 0 && {
        id: 'allegations',
        words: words(comments.allegations),
        to: `/comments?flagged=allegation&status=new&from=${comments.since}`,
      },
    devices.silent.n > 0 && {
      id: 'silent',
      words: words(devices.silent.n),
      to: '/kiosks',
      ...listed(devices.silent, silentName(format)),
    },
    devices.unsent.n > 0 && {
      id: 'unsent',
      words: words(devices.unsent.n),
      to: '/kiosks',
      ...listed(
        devices.unsent,
        ({ name, agency, unsent }) => `${name} – ${agency} (${format.count(unsent ?? 0)})`,
      ),
    },
    readsComments &&
      comments.unread > 0 && {
        id: 'comments',
        words: words(comments.unread),
        to: `/comments?status=new&from=${comments.since}`,
      },
    accounts &&
      accounts.unused.n > 0 && {
        id: accounts.expired > 0 ? 'expired' : 'unused',
        words: words(accounts.unused.n, { expired: format.count(accounts.expired) }),
        to: '/accounts?state=invited',
        ...listed(accounts.unused, ({ name }) => name),
      },
    // While nothing hangs anywhere, everybody is silent, and printing is asked for already.
    touchpoints.printed &&
      quietAgencies &&
      quietAgencies.n > 0 && {
        id: 'quiet',
        words: words(quietAgencies.n, { of: format.count(quietAgencies.of) }),
        to: '/agencies',
        ...listed(quietAgencies, ({ name }) => name),
      },
  ];
  return needs.filter((need) => need !== false && need !== null);
}

const silentName =
  (format: Format) =>
  ({ name, agency, lastSeenAt }: NamedDevice) =>
    `${name} – ${agency}${lastSeenAt ? ` (${format.moment(lastSeenAt)})` : ''}`;

function listed<T>({ n, named }: Some<T>, text: (item: T) => string): Pick<Need, 'named' | 'more'> {
  return { named: named.map(text), more: n - named.length };
}
