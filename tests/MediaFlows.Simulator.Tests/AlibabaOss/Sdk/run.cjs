'use strict';
// Drives the official SDKs through what MediaFlows relies on and prints what they saw as one JSON document.
const crypto = require('crypto');
const http = require('http');
const OSS = require('ali-oss');
const { default: OpenApi, $OpenApiUtil } = require('@alicloud/openapi-core');

const env = process.env;
const base = {
  region: 'oss-' + env.ALIBABA_CLOUD_OSS_REGION,
  endpoint: env.ALIBABA_CLOUD_OSS_ENDPOINT,
  bucket: env.ALIBABA_CLOUD_OSS_BUCKET,
  accessKeyId: env.ALIBABA_CLOUD_ACCESS_KEY_ID,
  accessKeySecret: env.ALIBABA_CLOUD_ACCESS_KEY_SECRET,
};
const sha = bytes => crypto.createHash('sha256').update(bytes).digest('hex');
const code = async work => { try { await work(); return 'no error'; } catch (e) { return e.code || String(e); } };

// The SDK signs URLs for host names only, so they are made for the public name and asked of the simulator under that name.
const publicEndpoint = 'http://oss-cn-hangzhou.aliyuncs.com';
const simulator = new URL(env.ALIBABA_CLOUD_OSS_ENDPOINT);
const fetched = address => new Promise((resolve, reject) => {
  const url = new URL(address);
  http.get({ host: simulator.hostname, port: simulator.port, path: url.pathname + url.search, headers: { host: url.host } }, answer => {
    const parts = [];
    answer.on('data', part => parts.push(part)).on('end', () => resolve(Buffer.concat(parts)));
  }).on('error', reject);
});

async function round(options, prefix) {
  const client = new OSS(options);
  await client.put(prefix + '图片 a+b.png', env.IMAGE);
  await client.multipartUpload(prefix + 'large.bin', env.LARGE, { partSize: 102400, parallel: 2 });
  const multipart = sha((await client.get(prefix + 'large.bin')).content);
  const signer = new OSS({ ...options, endpoint: publicEndpoint });
  const url = options.authorizationV4
    ? await signer.signatureUrlV4('GET', 600, undefined, prefix + 'large.bin')
    : signer.signatureUrl(prefix + 'large.bin', { expires: 600 });
  const signedUrl = sha(await fetched(url));
  const info = JSON.parse((await client.get(prefix + '图片 a+b.png', { process: 'image/info' })).content.toString());
  const saved = (await client.processObjectSave(prefix + '图片 a+b.png', 'dir/saved.png', 'image/resize,w_100/quality,Q_80')).status;
  const listed = ((await client.listV2({ prefix: 'dir/' })).objects || []).map(o => o.name);
  const older = ((await client.list({ prefix: 'dir/', 'max-keys': 100 })).objects || []).map(o => o.name);
  if (older.join() !== listed.join()) throw new Error(`both listings: ${older} / ${listed}`);
  await client.delete(prefix + 'large.bin');
  const afterDelete = await code(() => client.get(prefix + 'large.bin'));
  return { multipart, signedUrl, info, saved: saved === 200 ? 'OK' : saved, listed, afterDelete };
}

async function imm(secret, bucket) {
  const client = new OpenApi(new $OpenApiUtil.Config({
    accessKeyId: env.ALIBABA_CLOUD_ACCESS_KEY_ID, accessKeySecret: secret,
    endpoint: env.ALIBABA_CLOUD_IMM_ENDPOINT.replace('http://', ''), protocol: 'HTTP',
  }));
  const parameters = new $OpenApiUtil.Params({
    action: 'GetOSSBucketAttachment', version: '2020-09-30', protocol: 'HTTP', pathname: '/', method: 'POST', authType: 'AK', style: 'RPC',
    reqBodyType: 'formData', bodyType: 'json',
  });
  const { RuntimeOptions } = require('@darabonba/typescript');
  return client.callApi(parameters, new $OpenApiUtil.OpenApiRequest({ query: { OSSBucket: bucket } }), new RuntimeOptions({}));
}

(async () => {
  const v1 = await round(base, 'v1/');
  const v4 = await round({ ...base, authorizationV4: true }, 'v4/');
  const sts = await round({ ...base, authorizationV4: true, accessKeyId: env.STS_ID, accessKeySecret: env.STS_SECRET, stsToken: env.STS_TOKEN }, 'sts/');
  const good = new OSS({ ...base, authorizationV4: true });
  await good.put('kept.txt', Buffer.from('kept'));
  const expiredUrl = new OSS({ ...base, endpoint: publicEndpoint }).signatureUrl('kept.txt', { expires: -10 });
  const expired = /<Code>(.*?)<\/Code>/.exec((await fetched(expiredUrl)).toString())[1];
  const skewed = await (async () => {
    const client = new OSS({ ...base, amendTimeSkewed: false });
    client.options.amendTimeSkewed = 3600 * 1000;
    return code(() => client.get('kept.txt'));
  })();
  const bound = (await imm(env.ALIBABA_CLOUD_ACCESS_KEY_SECRET, env.ALIBABA_CLOUD_OSS_BUCKET)).body.ProjectName;
  console.log(JSON.stringify({
    v1, v4, sts, expired, skewed,
    wrongSecret: await code(() => new OSS({ ...base, authorizationV4: true, accessKeySecret: 'wrong' }).get('kept.txt')),
    wrongKey: await code(() => new OSS({ ...base, accessKeyId: 'unknown' }).get('kept.txt')),
    imm: {
      bound,
      unbound: await code(() => imm(env.ALIBABA_CLOUD_ACCESS_KEY_SECRET, 'mediaflows-plain')),
      wrongSecret: await code(() => imm('wrong', env.ALIBABA_CLOUD_OSS_BUCKET)),
    },
  }));
})().catch(e => { console.error(e); process.exit(1); });
