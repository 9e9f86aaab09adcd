// Prints, one line per case, "verified" or the error of the reference implementation.
const { Webhook } = require('standardwebhooks');

for (const { secret, raw, headers, body } of JSON.parse(process.env.WEBHOOK_CASES)) {
  try {
    new Webhook(secret, raw ? { format: 'raw' } : undefined).verify(body, headers);
    console.log('verified');
  } catch (e) {
    console.log(e.message);
  }
}
