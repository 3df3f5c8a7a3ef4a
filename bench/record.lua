-- Records follow-ups on random work items. wrk … -s record.lua URL -- TOKEN IDS-FILE NEXT-FOLLOW-UP
dofile(debug.getinfo(1, "S").source:sub(2):match("^(.*/)") .. "summary.lua")

function init(args)
  math.randomseed(20260101)
  ids = {}
  for id in io.lines(args[2]) do
    ids[#ids + 1] = id:gsub("^(%x%x%x%x%x%x%x%x)(%x%x%x%x)(%x%x%x%x)(%x%x%x%x)(%x+)$", "%1-%2-%3-%4-%5")
  end
  headers = { ["Authorization"] = "Bearer " .. args[1], ["Content-Type"] = "application/json" }
  body = '{"method":"phone","finding":"电话联系经办人，配件已到，明天上门","solution":"请工程部安排","next_follow_up_at":"' .. args[3]:gsub("%d%d%dZ$", "")
end

-- Another next time with each: the same one again would leave its reminder as it is.
function request()
  return wrk.format("POST", "/api/v1/work-items/" .. ids[math.random(#ids)] .. "/follow-ups", headers, body .. string.format('%03dZ"}', math.random(0, 999)))
end
