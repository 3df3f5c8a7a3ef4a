#pragma once
// Private to the robots' sources.

#include <span>
#include <string>
#include <string_view>

#include "modules/notify/channels/judgement.hpp"
#include "platform/auth/digest.hpp"
#include "platform/base/json_writer.hpp"
#include "platform/outbound/encoding.hpp"

namespace zx::notify::channels {

/// UTF-8 as it is: WeCom refuses \u escapes of letters.
inline outbound::HttpRequest json_request(std::string url, json::Writer&& body) {
  return {.method = "POST", .url = std::move(url), .headers = {{"Content-Type", "application/json; charset=utf-8"}}, .body = std::move(body).take()};
}

inline std::string signed_base64(std::string_view key, std::string_view text) {
  auto const digest = auth::hmac_sha256(key, text);
  return outbound::base64({reinterpret_cast<char const*>(digest.data()), digest.size()});
}

/// The body's code, wherever the status stands; the status only where there is no code.
inline Judgement judge_body(outbound::HttpAnswer const& answer, std::string_view code_path, std::string_view message_path, std::string_view success,
                            std::span<CodeMeaning const> meanings) {
  if (answer.outcome == outbound::HttpOutcome::answered)
    if (auto const body = json::Value::parse(answer.body))
      if (auto const code = text_at(*body, code_path)) return judge_code(*code, text_at(*body, message_path).value_or(""), success, meanings);
  if (auto const by_status = judge_status(answer)) return *by_status;
  return unreadable_answer(answer);
}

}  // namespace zx::notify::channels
