/* eslint-disable -- made of operations.graphql and graphql/schema.graphql by `npm run openapi` */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
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

export type StatusChangesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
}>;


export type StatusChangesSubscription = { targetStatusChanged: { cursor: string, subject: string, target: { code: string, title: string } | null, kommune: { name: string }, before: { status: Status } | null, why: { da: string } } };


export const StatusChangesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"StatusChanges"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"targetStatusChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cursor"}},{"kind":"Field","name":{"kind":"Name","value":"subject"}},{"kind":"Field","name":{"kind":"Name","value":"target"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"title"}}]}},{"kind":"Field","name":{"kind":"Name","value":"kommune"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"name"}}]}},{"kind":"Field","name":{"kind":"Name","value":"before"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"status"}}]}},{"kind":"Field","name":{"kind":"Name","value":"why"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"da"}}]}}]}}]}}]} as unknown as DocumentNode<StatusChangesSubscription, StatusChangesSubscriptionVariables>;