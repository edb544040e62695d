// The rules that eslint recommends, but the one that tsc knows better: which names there are.
const js = require("@eslint/js");

module.exports = [
  js.configs.recommended,
  { rules: { "no-undef": "off" }, linterOptions: { reportUnusedDisableDirectives: "error" } },
  { files: ["app/server/too_old.js"], languageOptions: { ecmaVersion: 5, sourceType: "script" } },
];
