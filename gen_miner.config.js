// PM2 users: pm2 start gen_miner.config.js
// The miner reads .env.gen_miner beside this file by itself; no package is needed.
const fs = require("fs");
const path = require("path");

// In a checkout gascli stands here, in an unpacked distribution below bin/.
const launcher = ["bin/gascli", "gascli"].map((name) => path.join(__dirname, name)).find((file) => fs.existsSync(file));

module.exports = {
  apps: [
    {
      name: "bitmind-generative-miner",
      script: launcher,
      args: "generator run",
      interpreter: "none",
      cwd: __dirname,
      exec_mode: "fork",
      instances: 1,
      autorestart: true,
      max_restarts: 10,
      min_uptime: "10s",
      restart_delay: 4000,
      // Starting again does not help; the log says what to mend. (0 must not stand here: PM2 takes a killed process for one.)
      stop_exit_codes: [2],
      // It finishes what it is about within ten seconds; tasks are on disk and go on with the next start.
      kill_timeout: 15000,
      time: true,
    },
  ],
};
