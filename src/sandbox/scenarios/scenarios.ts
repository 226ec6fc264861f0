import {
  answerLost,
  offline,
  poolChanged,
  preempted,
  requestLost,
  serverError,
  sessionEnds,
} from './connection.js';
import { empty } from './empty.js';
import { large } from './large.js';
import {
  htmlAnswers,
  operationCanceled,
  operationFails,
  operationHangs,
  somebodyElse,
  strongerSignIn,
} from './operations.js';
import {
  addressesDenied,
  backAccepted,
  backRefused,
  denied,
  gatewayOnSubnetRefused,
  locked,
  policy,
  quotaReached,
  readerOnly,
  throttled,
} from './refusals.js';
import { previewFlag, providerMissing } from './registering.js';
import type { Scenario } from './scenario.js';
import { expired, noConsent, signedOut } from './signing-in.js';
import { tour } from './tour.js';

/** What a person can choose from; the first is the default. */
export const scenarios: readonly Scenario[] = [
  tour,
  empty,
  signedOut,
  noConsent,
  expired,
  denied,
  throttled,
  policy,
  locked,
  readerOnly,
  addressesDenied,
  quotaReached,
  previewFlag,
  providerMissing,
  operationFails,
  operationCanceled,
  operationHangs,
  preempted,
  somebodyElse,
  poolChanged,
  offline,
  requestLost,
  answerLost,
  sessionEnds,
  strongerSignIn,
  htmlAnswers,
  serverError,
  backAccepted,
  backRefused,
  gatewayOnSubnetRefused,
  large,
];
