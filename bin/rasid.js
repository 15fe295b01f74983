#!/usr/bin/env node
require('../dist/rasid.cjs').main(process.argv.slice(2));
