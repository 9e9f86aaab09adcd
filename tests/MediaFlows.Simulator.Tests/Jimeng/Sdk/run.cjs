'use strict';
// Runs the unmodified official SDK's signer (service cv) against the simulated visual service and prints one JSON document.
const { Service } = require('@volcengine/openapi');

const url = new URL(process.env.JIMENG_VIDEO_API_URL);
function visual(secretKey = process.env.VOLC_SECRETKEY, accessKeyId = process.env.VOLC_ACCESSKEY, sessionToken = undefined) {
  return new Service({
    host: url.host, protocol: 'http:', region: 'cn-north-1', serviceName: 'cv', defaultVersion: '2022-08-31', accessKeyId, secretKey, sessionToken,
  });
}

const body = { req_key: 'jimeng_t2v_v30', prompt: '向日葵田里的金毛犬', seed: -1, frames: 121, aspect_ratio: '16:9' };
const call = async (service, action, request, Version = '2022-08-31') => {
  try {
    return await service.createJSONAPI(action, { Version, method: 'POST' })(request);
  } catch (e) {
    return e.response ? e.response.data : e.data || { error: String(e) };
  }
};

(async () => {
  const service = visual();
  const submitted = await call(service, 'CVSync2AsyncSubmitTask', body);
  const target = { req_key: body.req_key, task_id: submitted.data.task_id };
  let answer;
  do {
    await new Promise(r => setTimeout(r, 20));
    answer = await call(service, 'CVSync2AsyncGetResult', target);
  } while (answer.code === 10000 && answer.data.status !== 'done');
  const temporary = visual('simulated-jimeng-temporary-key-0001==', 'AKTPSIMULATEDJIMENG0001', 'simulated-jimeng-session-token');
  console.log(JSON.stringify({
    submitted,
    answer,
    temporary: await call(temporary, 'CVSync2AsyncGetResult', target),
    unknown: await call(service, 'CVSync2AsyncGetResult', { req_key: body.req_key, task_id: '1' }),
    otherKey: await call(service, 'CVSync2AsyncGetResult', { ...target, req_key: 'jimeng_t2v_v30_1080p' }),
    invalid: await call(service, 'CVSync2AsyncSubmitTask', { req_key: 'jimeng_high_aes', prompt: 'p' }),
    cancel: await call(service, 'CVCancelTask', target, '2024-06-06'),
    wrongSecret: await call(visual('wrong'), 'CVSync2AsyncSubmitTask', body),
    wrongKey: await call(visual(undefined, 'AKLTNOBODY'), 'CVSync2AsyncSubmitTask', body),
    wrongAction: await call(service, 'CVNothing', body),
  }));
})();
