// Part › factor › criterion, one branch open at a time; which one is in the address.
import { Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { OVERALL } from '#domain/questions.ts';
import type { CriterionView, FactorView, PartView, Results, ScoreView } from '#domain/results.ts';
import { axisStart } from '../../../charts/axis.ts';
import { IntervalBar } from '../../../charts/IntervalBar.tsx';
import { textIn } from '../../../format.ts';
import { useFormat, useLanguage } from '../../../i18n.ts';
import { Figure } from '../Figure.tsx';
import classes from './agency.module.css';
import { CriterionDetails } from './CriterionDetails.tsx';
import { Explained } from './Explanation.tsx';
import { findNode, nodesOf } from './nodes.ts';

interface TreeProps {
  results: Results;
  /** The code of the node that is looked at. */
  node: string;
  onLook: (node: string) => void;
}

interface BranchProps extends Pick<TreeProps, 'onLook'> {
  results: Results;
  /** Codes of the open branches, from the part down. */
  open: readonly string[];
  /** Of all intervals: where the axis begins, and the rate of the whole. */
  scale: { start: number; mark: number | null };
}

export function Tree({ results, node, onLook }: TreeProps) {
  const { t } = useTranslation();
  const lows = nodesOf(results).flatMap((each) => (each.node.interval ? [each.node.interval.low] : []));
  const scale = { start: axisStart(lows), mark: results.overall.rate };
  const shared = { results, onLook, scale, open: findNode(results, node).path };
  return (
    <Paper withBorder p="lg" component="section" aria-labelledby="tree">
      <Stack gap="sm">
        <Title order={2} size="h4" id="tree">
          {t('agencyResults.tree.title')}
        </Title>
        <Text size="sm" c="dimmed" maw="60rem">
          {t('agencyResults.tree.hint')}
        </Text>
        <div className={classes.line} aria-hidden="true">
          <span className={classes.axis}>
            <span>{scale.start}%</span>
            <span>100%</span>
          </span>
        </div>
        {results.parts.map((part) => (
          <Part key={part.code} part={part} titled={results.parts.length > 1} {...shared} />
        ))}
      </Stack>
    </Paper>
  );
}

function Part({ part, titled, ...shared }: BranchProps & { part: PartView; titled: boolean }) {
  const language = useLanguage();
  return (
    <div>
      {titled && (
        <Title order={3} size="h5" mt="sm" className={classes.part}>
          {textIn(part.title, language)} <Figure {...part} />
        </Title>
      )}
      <ul className={classes.branches}>
        {part.factors.map((factor) => (
          <Factor key={factor.code} factor={factor} {...shared} />
        ))}
      </ul>
    </div>
  );
}

function Factor({ factor, ...shared }: BranchProps & { factor: FactorView }) {
  const { open, onLook, scale } = shared;
  return (
    <li>
      <Branch
        node={factor}
        open={open.includes(factor.code)}
        onLook={onLook}
        closesTo={OVERALL}
        scale={scale}
      >
        <ul className={classes.branches}>
          {factor.criteria.map((criterion) => (
            <Criterion key={criterion.code} criterion={criterion} factor={factor} {...shared} />
          ))}
        </ul>
      </Branch>
    </li>
  );
}

interface CriterionProps extends BranchProps {
  criterion: CriterionView;
  factor: FactorView;
}

function Criterion({ criterion, factor, results, open, onLook, scale }: CriterionProps) {
  return (
    <li>
      <Explained code={criterion.code} title={criterion.title}>
        <Branch
          node={criterion}
          open={open.includes(criterion.code)}
          onLook={onLook}
          closesTo={factor.code}
          scale={scale}
        >
          <CriterionDetails criterion={criterion} questions={results.questions} />
        </Branch>
      </Explained>
    </li>
  );
}

interface NodeProps extends Pick<BranchProps, 'onLook' | 'scale'> {
  node: ScoreView;
  open: boolean;
  /** What is looked at once it is closed. */
  closesTo: string;
  children: React.ReactNode;
}

function Branch({ node, open, onLook, closesTo, scale, children }: NodeProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const format = useFormat();
  return (
    <details className={classes.branch} open={open}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a summary is a button by itself */}
      <summary
        className={classes.line}
        onClick={(event) => {
          // The address opens and closes it.
          event.preventDefault();
          onLook(open ? closesTo : node.code);
        }}
      >
        <span className={classes.lineTitle}>{textIn(node.title, language)}</span>
        <span className={classes.lineFigure}>
          <Figure {...node} />
          <small>
            {node.interval && `${format.interval(node.interval)} · `}
            {t('results.people', { n: format.count(node.people) })}
          </small>
        </span>
        <IntervalBar rate={node.rate} interval={node.interval} {...scale} />
      </summary>
      {children}
    </details>
  );
}
