#pragma once
// What an answer means for the message that was sent.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "platform/base/described.hpp"
#include "platform/base/json_reader.hpp"
#include "platform/base/time.hpp"
#include "platform/outbound/http_client.hpp"

namespace zx::notify::channels {

enum class Verdict {
  delivered,
  try_later,  ///< surely not delivered, and may be sent again
  give_up,    ///< surely not delivered, and sending the same again will not help
  ambiguous,  ///< nobody knows. A free message is sent again with the same delivery id; a text message that costs money is not
};
BOOST_DESCRIBE_ENUM(Verdict, delivered, try_later, give_up, ambiguous)

enum class Trouble {
  none,
  unreachable,
  rate_limited,
  quota,        ///< the account is used up; people must act
  credentials,  ///< key, signature, keyword or template of the channel are wrong: repeated, the channel is to be switched off
  content,      ///< the message itself is not accepted
  recipient,    ///< this receiver cannot be reached this way
  server,       ///< the other side is broken or busy
  unreadable,   ///< an answer that is none
};
BOOST_DESCRIBE_ENUM(Trouble, none, unreachable, rate_limited, quota, credentials, content, recipient, server, unreadable)

struct Judgement {
  Verdict verdict = Verdict::delivered;
  Trouble trouble = Trouble::none;
  std::string code;                  ///< the other side's own, or the HTTP status
  std::string detail;                ///< the other side's words, cut; for the delivery log
  std::optional<Milliseconds> wait;  ///< at least so long before the next attempt
};

/// By transport and HTTP status alone; nullopt when a complete 2xx answer came and its body has the last word.
/// 429 and 503 are believed when they say how long to wait; 3xx is an address entered wrongly, for nothing is followed.
std::optional<Judgement> judge_status(outbound::HttpAnswer const& answer);

/// What a code in the body means.
struct CodeMeaning {
  std::string_view code;  ///< ending in '*': all that begin so
  Verdict verdict;
  Trouble trouble;
  std::int64_t wait_seconds = 0;
};

/// `code` as the body gave it; unknown codes are tried again later.
Judgement judge_code(std::string_view code, std::string_view message, std::string_view success, std::span<CodeMeaning const> meanings);

/// For an answer whose body is not what was agreed on.
Judgement unreadable_answer(outbound::HttpAnswer const& answer);

/// Strings and numbers as text; nullopt for anything else and for what is not there. `path` is dotted: "Response.SendStatusSet.0.Code".
std::optional<std::string> text_at(json::Value const& value, std::string_view path);

}  // namespace zx::notify::channels
