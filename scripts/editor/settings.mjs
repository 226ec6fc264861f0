// Settings under which VS Code is quiet, offline and the same every time.

export const quietSettings = {
  'workbench.startupEditor': 'none',
  'workbench.welcomePage.walkthroughs.openOnInstall': false,
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.settings.enableNaturalLanguageSearch': false,
  // Keeps Copilot from activating: it takes 1.6 s of the extension host.
  'chat.disableAIFeatures': true,
  'chat.commandCenter.enabled': false,
  'chat.agent.enabled': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'extensions.autoUpdate': 'off',
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.editor.useModal': 'off',
  'git.enabled': false,
  'git.openRepositoryInParentFolders': 'never',
  'npm.autoDetect': 'off',
  'gulp.autoDetect': 'off',
  'grunt.autoDetect': 'off',
  'typescript.disableAutomaticTypeAcquisition': true,
  'json.schemaDownload.enable': false,
  'remote.autoForwardPorts': false,
  'files.simpleDialog.enable': true,
  'window.dialogStyle': 'custom',
  'workbench.localHistory.enabled': false,
  'workbench.reduceMotion': 'on',
  'editor.minimap.enabled': false,
  'editor.cursorBlinking': 'solid',
  'breadcrumbs.enabled': false,
};

/** For tests only: nothing of an earlier window comes back by itself. */
export const forgetfulSettings = { 'files.hotExit': 'off', 'window.restoreWindows': 'none' };

/** One key chord that makes the window as new, much faster than a reload. */
export const resetKey = 'Control+Alt+Shift+F12';

export const testKeybindings = [
  {
    key: 'ctrl+alt+shift+f12',
    command: 'runCommands',
    args: {
      commands: [
        'workbench.action.revertAndCloseActiveEditor',
        'workbench.action.closeAllEditors',
        'notifications.clearAll',
        'workbench.action.closePanel',
        'workbench.view.explorer',
      ],
    },
  },
];
