// The request to the push service, and what its answer means.

#include "modules/notify/channels/judgement.hpp"
#include "modules/notify/push.hpp"
#include "platform/auth/digest.hpp"
#include "platform/base/text.hpp"
#include "platform/outbound/encoding.hpp"
#include "platform/outbound/http_client.hpp"
#include "platform/outbound/web_address.hpp"
#include "platform/outbound/web_push.hpp"

namespace zx::notify {
namespace {

using namespace std::chrono_literals;
using What = Outcome::What;
using Blame = Outcome::Blame;

/// RFC 8292 allows a day; push services want less.
constexpr Milliseconds signed_for = 12h;
/// A reminder that finds no browser for a day is old.
constexpr auto kept_seconds = 24 * 3600;
constexpr std::size_t longest_title = 120, longest_text = 240;

/// What the service worker shows.
struct Shown {
  std::string title;
  std::string body;
  std::string path;  ///< where it leads, on our own pages
  std::string tag;   ///< shown again under the same tag it replaces the first
};
BOOST_DESCRIBE_STRUCT(Shown, (), (title, body, path, tag))

/// The link without our own address: the browser knows where it came from.
std::string path_of(Message const& message, std::string_view public_url) {
  auto const own = !public_url.empty() && message.link.starts_with(public_url);
  return own ? message.link.substr(public_url.size()) : message.path;
}

std::string bytes(std::string const& base64url) { return outbound::from_base64url(base64url).value_or(""); }

std::string origin_of(outbound::WebAddress const& address) {
  bool const usual = address.port == (address.scheme == "https" ? 443 : 80);
  auto const host = address.host.find(':') == address.host.npos ? address.host : "[" + address.host + "]";
  return address.scheme + "://" + host + (usual ? "" : ":" + std::to_string(address.port));
}

/// Of several attempts for the same message a sleeping browser gets one.
std::string topic_of(Message const& message) {
  auto const digest = auth::sha256(message.message_id);
  return outbound::base64url(std::string_view(reinterpret_cast<char const*>(digest.data()), 24));
}

class PushSender final : public Sender {
 public:
  explicit PushSender(outbound::AddressPolicy addresses) : addresses_(std::move(addresses)) {}

  Outcome send(Account const& account, Message const& message) override {
    auto const address = outbound::parse_web_address(account.setting("endpoint"));
    auto const body = outbound::encrypted_push(text_of(account, message), {bytes(account.setting("receiver_key")), bytes(account.secret("receiver_secret"))});
    if (!address || !body) return {.what = What::refused, .answer = (address ? body.refusal() : address.refusal()).code, .address_is_gone = true};
    outbound::PushKeys const keys{bytes(account.secret("private_key")), bytes(account.setting("public_key"))};
    outbound::HttpRequest const request{
        .method = "POST",
        .url = address->url,
        .headers = {{"Content-Type", "application/octet-stream"},
                    {"Content-Encoding", "aes128gcm"},
                    {"TTL", std::to_string(kept_seconds)},
                    {"Urgency", message.event.starts_with("escalation.") ? "high" : "normal"},
                    {"Topic", topic_of(message)},
                    {"Authorization", outbound::vapid_authorization(keys, origin_of(*address), account.setting("contact"), message.at + signed_for)}},
        .body = *body};
    outbound::HttpOptions options;
    options.addresses = addresses_;
    auto const answer = outbound::send_request(request, options);
    if (!answer) return {.what = What::refused, .answer = answer.refusal().code, .address_is_gone = true};
    return outcome_of(*answer, message.at);
  }

 private:
  static std::string text_of(Account const& account, Message const& message) {
    return to_json(Shown{std::string(text::cut(message.subject, longest_title)), std::string(text::cut(message.text, longest_text)),
                         path_of(message, account.setting("contact")), message.message_id});
  }

  /// The service's troubles are not the account's: there is none that could be mended.
  static Outcome outcome_of(outbound::HttpAnswer const& answer, Instant now) {
    auto const judgement = channels::judge_status(answer);
    if (!judgement) return {.what = What::delivered, .answer = std::to_string(answer.status)};
    Outcome outcome{.what = What::later, .answer = judgement->code + (judgement->detail.empty() ? "" : " " + judgement->detail)};
    // 404, 410: unsubscribed or expired. 403: it was made for other keys than ours.
    outcome.address_is_gone = answer.status == 404 || answer.status == 410 || answer.status == 403;
    if (outcome.address_is_gone || judgement->trouble == channels::Trouble::content) outcome.what = What::refused;
    else if (judgement->verdict == channels::Verdict::ambiguous) outcome.what = What::ambiguous;
    if (judgement->wait) outcome.at = now + *judgement->wait;
    return outcome;
  }

  outbound::AddressPolicy addresses_;
};

}  // namespace

std::shared_ptr<Sender> push_sender(outbound::AddressPolicy addresses) { return std::make_shared<PushSender>(std::move(addresses)); }

}  // namespace zx::notify
