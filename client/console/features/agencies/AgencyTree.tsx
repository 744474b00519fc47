// Lines of the tree; only those near the window are drawn.
import { Anchor } from '@mantine/core';
import { useWindowVirtualizer } from '@tanstack/react-virtual';
import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFormat } from '../../i18n.ts';
import listClasses from '../../list/list.module.css';
import { StateBadge } from '../../StateBadge.tsx';
import classes from './agencies.module.css';
import { type Agency, isOpen } from './queries.ts';
import type { Line } from './tree.ts';

interface AgencyTreeProps {
  lines: Line[];
  /** To name the parent on each line, where the lines are no tree. */
  parents: ReadonlyMap<string, Agency> | null;
  onToggle: (id: string) => void;
}

const ABOUT_HEIGHT = 53;

export function AgencyTree({ lines, parents, onToggle }: AgencyTreeProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const [margin, setMargin] = useState(0);
  useLayoutEffect(() => setMargin(list.current?.offsetTop ?? 0), []);
  const virtual = useWindowVirtualizer({
    count: lines.length,
    estimateSize: () => ABOUT_HEIGHT,
    getItemKey: (index) => lines[index]?.agency.id ?? index,
    overscan: 12,
    scrollMargin: margin,
  });
  return (
    // biome-ignore lint/a11y/useSemanticElements: the lines stand where they are put, which a list element cannot say
    <div
      ref={list}
      role="list"
      aria-label={t('nav.agencies')}
      className={classes.tree}
      style={{ height: virtual.getTotalSize() }}
    >
      {virtual.getVirtualItems().map(({ index, key, start }) => {
        const line = lines[index];
        if (!line) return null;
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          <div
            key={key}
            ref={virtual.measureElement}
            data-index={index}
            role="listitem"
            aria-posinset={line.position}
            aria-setsize={line.siblings}
            className={classes.line}
            style={{ transform: `translateY(${start - margin}px)` }}
          >
            <AgencyLine
              line={line}
              inTree={!parents}
              parent={parents?.get(line.agency.parentId ?? '')}
              onToggle={onToggle}
            />
          </div>
        );
      })}
    </div>
  );
}

interface AgencyLineProps {
  line: Line;
  inTree: boolean;
  parent: Agency | undefined;
  onToggle: (id: string) => void;
}

function AgencyLine({ line, inTree, parent, onToggle }: AgencyLineProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const { agency, depth, children, unfolded } = line;
  const codes = [agency.unitCode, agency.agencyCode].filter(Boolean).join(' · ');
  return (
    <div className={classes.lineContent} style={{ paddingLeft: `${(inTree ? 0.5 : 1) + depth * 1.5}rem` }}>
      {children > 0 ? (
        <button
          type="button"
          className={classes.fold}
          aria-expanded={unfolded}
          aria-label={t('agencies.below', { name: agency.name, n: format.count(children) })}
          onClick={() => onToggle(agency.id)}
        >
          <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span>
        </button>
      ) : (
        inTree && <span className={classes.fold} />
      )}
      <span className={classes.lineName}>
        {depth > 0 && <span className={listClasses.hidden}>{t('agencies.level', { n: depth + 1 })}</span>}
        <Anchor component={Link} to={`/agencies/${encodeURIComponent(agency.id)}`} fw={600}>
          {agency.name}
        </Anchor>
        {!isOpen(agency) && <StateBadge tone="off">{t('agencies.closedBadge')}</StateBadge>}
        {parent && <small>{parent.name}</small>}
      </span>
      <span className={classes.lineFacts}>
        <span>{t(`agencies.kinds.${agency.kind}`)}</span>
        <span>{codes || '–'}</span>
        <span>{t('agencies.points', { n: format.count(agency.touchpoints) })}</span>
      </span>
    </div>
  );
}
