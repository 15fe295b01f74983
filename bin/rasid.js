#!/usr/bin/env node
import '../dist/rasid.js';
