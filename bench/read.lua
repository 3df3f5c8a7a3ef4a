-- Reads one page again and again. wrk … -s read.lua URL -- TOKEN PATH
dofile(debug.getinfo(1, "S").source:sub(2):match("^(.*/)") .. "summary.lua")

function init(args)
  page = wrk.format("GET", args[2], { ["Authorization"] = "Bearer " .. args[1] })
end

function request()
  return page
end
