// The rules that eslint recommends, but the one that tsc knows better: which names there are.
const js = require("@eslint/js");

module.exports = [
  js.configs.recommended,
  { rules: { "no-undef": "off" }, linterOptions: { reportUnusedDisableDirectives: "error" } },
  { // for browsers of any age, which know no `catch` without a name
    files: ["app/server/too_old.js"],
    languageOptions: { ecmaVersion: 5, sourceType: "script" },
    rules: { "no-unused-vars": ["error", { caughtErrors: "none" }] },
  },
];
