#include "platform/config/settings.hpp"

#include <algorithm>

namespace zx::config {
namespace {

using enum SettingType;

Setting const table[] = {
    {.name = "data.directory",
     .type = text,
     .default_value = "data",
     .about_zh = "数据目录：内置数据库、附件、备份都在这里",
     .about_en = "Directory of everything stored: embedded database, attachments, backups"},
    {.name = "data.secret_key_file",
     .type = text,
     .default_value = "",
     .about_zh = "密钥文件：数据库里的密码用它加密；留空则用数据目录下的 secret.key，没有时自动生成。共用一个数据库的节点要用同一个",
     .about_en = "Key file that the passwords in the database are sealed with; empty means secret.key in the data directory, made when there is none. "
                 "Nodes that share a database use the same one"},
    {.name = "data.forget_secrets",
     .type = boolean,
     .default_value = "false",
     .about_zh = "密钥丢失时用 true 启动一次：清空已存的密码和两步验证，换用新密钥",
     .about_en = "Start once with true when that key is lost: stored passwords and second factors are emptied and the new key holds"},
    {.name = "database.url",
     .type = text,
     .default_value = "",
     .about_zh = "PostgreSQL 地址 postgres://用户:密码@主机/库；留空则使用数据目录中的内置 SQLite",
     .about_en = "PostgreSQL address postgres://user:password@host/name; empty means the embedded SQLite in the data directory",
     .secret = true},
    {.name = "database.connections",
     .type = integer,
     .default_value = "16",
     .about_zh = "PostgreSQL 连接数",
     .about_en = "Connections to PostgreSQL",
     .lowest = 1,
     .highest = 1000},
    {.name = "database.readers",
     .type = integer,
     .default_value = "4",
     .about_zh = "内置 SQLite 的只读连接数",
     .about_en = "Reading connections of the embedded SQLite",
     .lowest = 1,
     .highest = 64},
    {.name = "server.address",
     .type = text,
     .default_value = "127.0.0.1",
     .about_zh = "监听地址；0.0.0.0 表示所有网卡",
     .about_en = "Address to listen on; 0.0.0.0 means every network card"},
    {.name = "server.port",
     .type = integer,
     .default_value = "8080",
     .about_zh = "监听端口；0 表示由系统挑选空闲端口",
     .about_en = "Port to listen on; 0 lets the system choose a free one",
     .lowest = 0,
     .highest = 65535},
    {.name = "server.workers",
     .type = integer,
     .default_value = "0",
     .about_zh = "处理请求的线程数；0 表示按处理器数量决定",
     .about_en = "Threads that answer requests; 0 chooses by the number of processors",
     .lowest = 0,
     .highest = 1024},
    {.name = "server.tls_certificate",
     .type = text,
     .default_value = "",
     .about_zh = "TLS 证书链文件（PEM）；与私钥文件一起填写",
     .about_en = "TLS certificate chain file (PEM); needs the key file too"},
    {.name = "server.tls_key",
     .type = text,
     .default_value = "",
     .about_zh = "TLS 私钥文件（PEM）；与证书文件一起填写",
     .about_en = "TLS private key file (PEM); needs the certificate file too"},
    {.name = "server.trusted_proxies",
     .type = list,
     .default_value = "",
     .about_zh = "可信反向代理的地址或网段；只有来自它们的 X-Forwarded-For 才算数",
     .about_en = "Addresses or networks of reverse proxies whose X-Forwarded-For is believed"},
    {.name = "server.public_url",
     .type = text,
     .default_value = "",
     .about_zh = "用户访问的网址，用于邮件、通知和二维码中的链接；留空则没有这些链接",
     .about_en = "Address people use, for links in mails, notices and codes; empty means there are none"},
    {.name = "server.requests_per_minute",
     .type = integer,
     .default_value = "600",
     .about_zh = "每人（未登录时每个地址）每分钟最多请求多少次，可一次用掉半分钟的量；超出回答 429。0 表示不限",
     .about_en = "Requests one person, or one address nobody is signed in at, may make in a minute, half of them at once; more get 429. 0 means no limit",
     .lowest = 0,
     .highest = 1000000},
    {.name = "log.format", .type = text, .default_value = "text", .about_zh = "日志格式", .about_en = "Form of the log lines", .words = {"text", "json"}},
    {.name = "log.level",
     .type = text,
     .default_value = "info",
     .about_zh = "日志级别：低于此级别的不写",
     .about_en = "Lines below this level are not written",
     .words = {"debug", "info", "warning", "error"}},
    {.name = "session.idle_minutes",
     .type = integer,
     .default_value = "720",
     .about_zh = "无操作多少分钟后需要重新登录",
     .about_en = "Minutes without activity after which people sign in again",
     .lowest = 5,
     .highest = 43200},
    {.name = "session.absolute_hours",
     .type = integer,
     .default_value = "168",
     .about_zh = "登录后最长多少小时必须重新登录",
     .about_en = "Hours after which people sign in again in any case",
     .lowest = 1,
     .highest = 8760},
    {.name = "backup.directory",
     .type = text,
     .default_value = "",
     .about_zh = "备份目录；留空则放在数据目录的 backups 下。最好放在另一块磁盘",
     .about_en = "Directory of backups; empty means backups/ in the data directory. Better another disk"},
    {.name = "backup.at",
     .type = text,
     .default_value = "02:30",
     .about_zh = "每天几点自动备份（组织所在时区）；never 表示不自动备份",
     .about_en = "When the daily backup is made, in the organization's time zone; never = none by itself",
     .words = {"never"},
     .time_of_day = true},
    {.name = "backup.keep",
     .type = integer,
     .default_value = "14",
     .about_zh = "保留最近多少份备份",
     .about_en = "How many of the latest backups are kept",
     .lowest = 1,
     .highest = 3650},
};

std::size_t typing_errors_between(std::string_view a, std::string_view b) {
  std::vector<std::size_t> row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    auto diagonal = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      auto const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
      diagonal = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return row.back();
}

}  // namespace

std::span<Setting const> settings() { return table; }

Setting const* find_setting(std::string_view name) {
  auto const found = std::find_if(std::begin(table), std::end(table), [&](auto const& setting) { return setting.name == name; });
  return found == std::end(table) ? nullptr : found;
}

std::string environment_name(std::string_view setting_name) {
  std::string name = "ZHIXING_";
  for (char c : setting_name) name += c == '.' ? '_' : static_cast<char>(c >= 'a' && c <= 'z' ? c - 'a' + 'A' : c);
  return name;
}

std::string_view nearest_setting(std::string_view name) {
  std::string_view nearest;
  std::size_t fewest = 3;
  for (auto const& setting : table)
    if (auto const errors = typing_errors_between(name, setting.name); errors < fewest) {
      fewest = errors;
      nearest = setting.name;
    }
  return nearest;
}

}  // namespace zx::config
