// What the list of touchpoints shows, and what it can be narrowed to.
import { Anchor } from '@mantine/core';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import {
  formatCode,
  TOUCHPOINT_KINDS,
  TOUCHPOINT_STATES,
  type TouchpointState,
} from '#domain/touchpoints.ts';
import { textIn } from '../../format.ts';
import { useFormat, useLanguage } from '../../i18n.ts';
import type { Choice, Column } from '../../list/selection.ts';
import { StateBadge } from '../../StateBadge.tsx';
import { AgencyFilter } from '../agencies/AgencyFilter.tsx';
import { type ListedTouchpoint, useQuestionnaires } from './queries.ts';
import classes from './touchpoints.module.css';

export const STATE_TONES = { open: 'good', paused: 'notice', revoked: 'off' } as const;

export function useTouchpointColumns(): Column<ListedTouchpoint>[] {
  const { t } = useTranslation();
  const format = useFormat();
  const titles = useQuestionnaireTitles();
  return useMemo(() => {
    const stateOf = (state: TouchpointState) => t(`touchpoints.states.${state}`);
    return [
      {
        id: 'name',
        title: t('touchpoints.name'),
        value: ({ name }) => name,
        cell: ({ name, code }) => <TwoLines first={<strong>{name}</strong>} second={formatCode(code)} />,
      },
      {
        id: 'agency',
        title: t('touchpoints.agency'),
        value: ({ agency }) => agency.name,
        cell: ({ agency }) => (
          <Anchor component={Link} to={`/agencies/${encodeURIComponent(agency.id)}`} c="inherit" fz="inherit">
            {agency.name}
          </Anchor>
        ),
      },

      {
        id: 'kind',
        title: t('touchpoints.kind'),
        value: ({ kind }) => t(`touchpoints.kinds.${kind}`),
        cell: ({ kind, questionnaire }) => (
          <TwoLines
            first={t(`touchpoints.kinds.${kind}`)}
            second={titles.get(questionnaire) ?? questionnaire}
          />
        ),
      },
      {
        id: 'state',
        title: t('touchpoints.state'),
        value: ({ state }) => stateOf(state),
        cell: ({ state }) => <StateBadge tone={STATE_TONES[state]}>{stateOf(state)}</StateBadge>,
      },
      {
        id: 'answers',
        title: t('touchpoints.answers'),
        value: ({ answers }) => answers,
        cell: ({ answers }) => format.count(answers),
        descendingFirst: true,
      },
      {
        id: 'lastAnswer',
        title: t('touchpoints.lastAnswer'),
        value: ({ lastAnswer }) => lastAnswer,
        text: ({ lastAnswer }) => (lastAnswer ? format.day(lastAnswer) : '–'),
        descendingFirst: true,
      },
      {
        id: 'questionnaire',
        title: t('touchpoints.questionnaire'),
        value: ({ questionnaire }) => questionnaire,
        unsorted: true,
        exportOnly: true,
      },
      {
        id: 'code',
        title: t('touchpoints.code'),
        value: ({ code }) => formatCode(code),
        unsorted: true,
        exportOnly: true,
      },
    ];
  }, [t, format, titles]);
}

/** By id; empty until they are read. */
function useQuestionnaireTitles(): Map<string, string> {
  const language = useLanguage();
  const { data } = useQuestionnaires();
  return useMemo(
    () => new Map((data ?? []).map(({ id, title }) => [id, textIn(title, language)])),
    [data, language],
  );
}

function TwoLines({ first, second }: { first: ReactNode; second: string }) {
  return (
    <span className={classes.lines}>
      {first}
      <small>{second}</small>
    </span>
  );
}

/** The server narrows; nothing is left to hold here. */
const holds = () => true;

export function useTouchpointChoices(): Choice<ListedTouchpoint>[] {
  const { t } = useTranslation();
  return useMemo(
    () => [
      {
        id: 'agency',
        label: t('touchpoints.agency'),
        options: [],
        holds,
        control: (value, choose) => (
          <AgencyFilter
            label={t('touchpoints.agency')}
            value={value || null}
            onChange={(chosen) => choose(chosen ?? '')}
          />
        ),
      },
      {
        id: 'kind',
        label: t('touchpoints.kind'),
        options: TOUCHPOINT_KINDS.map((value) => ({ value, label: t(`touchpoints.kinds.${value}`) })),
        holds,
      },
      {
        id: 'state',
        label: t('touchpoints.state'),
        options: TOUCHPOINT_STATES.map((value) => ({ value, label: t(`touchpoints.states.${value}`) })),
        holds,
      },
    ],
    [t],
  );
}
