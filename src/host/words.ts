import * as vscode from 'vscode';
import { format, type Message, type MessageBundle } from '../core/message.js';

/** The translations of VS Code's display language; empty for English. */
export const words = (): MessageBundle => vscode.l10n.bundle ?? {};

/** A message as text in VS Code's display language. */
export const text = (message: Message): string => format(message, words());
