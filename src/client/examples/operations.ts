/* eslint-disable -- made of operations.graphql and graphql/schema.graphql by `npm run openapi` */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** One row of a batch. Its key is indicator, segment, area and period. */
export type MeasurementInput = {
  /** The id of the indicator. */
  indicator: string;
  /** The id of the area; a kommune also by three digits. */
  area: string;
  /** A segment that the indicator declares; null or absent is the whole. */
  segment?: string | null | undefined;
  /** The period, of the indicator's frequency. A period that cannot be read is reported with its row. */
  period: string;
  /** The value; null where the flag is `SUPPRESSED` or `MISSING`. */
  value?: number | null | undefined;
  /** How sure it is; `FINAL` if absent. */
  flag?: Flag | null | undefined;
  /** Where the figure is from. */
  source?: string | null | undefined;
  /** What is particular about it. */
  note?: string | null | undefined;
};

/** How a target or a goal stands. */
export type Status =
  /** Ikke opfyldt: not met, decided. */
  | 'MISSED'
  /** Ikke på rette vej: far too slow, standing still or moving away. */
  | 'OFF_TRACK'
  /** I risiko: moving too slowly, or without a known pace. */
  | 'AT_RISK'
  /** Afventer data: the deadline has passed, what decides is not in yet. */
  | 'AWAITING_DATA'
  /** Ingen data: nothing to judge by; `reason` says what is missing. */
  | 'NO_DATA'
  /** Ikke startet: the day lies before the window. */
  | 'NOT_STARTED'
  /** På rette vej: met now, or moving at the pace it takes. */
  | 'ON_TRACK'
  /** Opfyldt: met, decided. */
  | 'ACHIEVED'
  /** Følges: shown, never judged. */
  | 'MONITORED';

/** How sure a figure is. */
export type Flag =
  /** Final. */
  | 'FINAL'
  /** May still change. */
  | 'PROVISIONAL'
  /** Known, but not published: too few people. */
  | 'SUPPRESSED'
  /** Not there. */
  | 'MISSING';

export type HowWeStandQueryVariables = Exact<{
  kommune: string;
  asOf?: string | null | undefined;
}>;


export type HowWeStandQuery = { kommune: { name: string, plans: Array<{ title: string, goals: Array<{ title: string, targets: Array<{ code: string, title: string, status: { status: Status, explanation: { en: string } } }> }> }> } | null };

export type RecordFiguresMutationVariables = Exact<{
  rows: Array<MeasurementInput> | MeasurementInput;
}>;


export type RecordFiguresMutation = { recordMeasurements: { committed: boolean, errors: Array<{ pointer: string, detail: string }>, targets: Array<{ id: string }> } };


export const HowWeStandDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"HowWeStand"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"kommune"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Date"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kommune"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"code"},"value":{"kind":"Variable","name":{"kind":"Name","value":"kommune"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"plans"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"goals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}},{"kind":"Field","name":{"kind":"Name","value":"status"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"asOf"},"value":{"kind":"Variable","name":{"kind":"Name","value":"asOf"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"explanation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"en"}}]}}]}}]}}]}}]}}]}}]}}]} as unknown as DocumentNode<HowWeStandQuery, HowWeStandQueryVariables>;
export const RecordFiguresDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RecordFigures"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"rows"}},"type":{"kind":"NonNullType","type":{"kind":"ListType","type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"MeasurementInput"}}}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"recordMeasurements"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"ObjectValue","fields":[{"kind":"ObjectField","name":{"kind":"Name","value":"measurements"},"value":{"kind":"Variable","name":{"kind":"Name","value":"rows"}}}]}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"committed"}},{"kind":"Field","name":{"kind":"Name","value":"errors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"pointer"}},{"kind":"Field","name":{"kind":"Name","value":"detail"}}]}},{"kind":"Field","name":{"kind":"Name","value":"targets"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"id"}}]}}]}}]}}]} as unknown as DocumentNode<RecordFiguresMutation, RecordFiguresMutationVariables>;