// The company every measurement runs on: the same people and the same sheets at each run, placed around today.

export const staffCount = 50;
export const rowsPerSheet = 100_000;   // a sheet may have 32 MB
export const followUpsPerItem = 5;

const surnames = ['王', '李', '张', '刘', '陈', '杨', '赵', '黄', '周', '吴'];
const givenNames = ['建国', '淑珍', '志强', '晓梅', '海燕'];
const departments = ['工程部', '客服部', '保安部', '保洁部', '综合部'];
const places = ['水管漏水', '电梯异响', '门禁失灵', '消防检查', '照明更换', '空调保养', '绿化修剪', '停车纠纷'];
const findings = ['已到现场查看', '配件未到货', '业主不在家', '施工进行中', '已联系厂家', '等待验收', '初步处理完毕', '情况如前'];
const solutions = ['联系工程部', '催促供应商', '改约时间', '加派人手'];
const day = 86_400_000;

/// Numbers that look random and are the same at every run (mulberry32).
export function randomNumbers(seed) {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

export function people() {
  return Array.from({ length: staffCount }, (_, i) => ({
    number: `B${String(i + 1).padStart(3, '0')}`,
    login: `bench${i + 1}`,
    name: surnames[i % 10] + givenNames[Math.floor(i / 10)],
    department: departments[i % 5],
    role: i === 0 ? 'executive' : 'staff',
  }));
}

/// A follow-up sheet as CSV: rows [first, first + rows), five follow-ups each; three of five items are done.
export function sheet(first, rows, today = Date.now()) {
  const owners = people().map(person => person.name);
  const date = ms => new Date(ms).toISOString().slice(0, 10);
  const header = ['工作项目', '工作开始时间', '计划完成时间', '负责人', '状态', '第一次跟进时间', '完成情况', '问题解决办法'];
  for (let group = 1; group < followUpsPerItem; ++group) header.push('下次跟进时间', '完成情况', '问题解决办法');
  header.push('下次跟进时间');
  const lines = [header.join(',')];
  for (let i = first; i < first + rows; ++i) {
    const pick = randomNumbers(i);
    const start = today - (20 + pick(680)) * day;
    const cells = [`${pick(60) + 1}号楼${places[pick(8)]}第${i + 1}次`, date(start), date(start + (20 + pick(120)) * day), owners[pick(staffCount)],
      pick(5) < 3 ? '已完成' : '处理中'];
    for (let group = 0; group < followUpsPerItem; ++group) cells.push(date(start + (group + 1) * 3 * day), findings[pick(8)], solutions[pick(4)]);
    cells.push(date(today + pick(60) * day));
    lines.push(cells.join(','));
  }
  return lines.join('\n') + '\n';
}
