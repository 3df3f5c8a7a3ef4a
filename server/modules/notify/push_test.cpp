// Push to browsers, up to a push service on this machine.

#include "modules/notify/push.hpp"
#include "modules/notify/notify_fixture.hpp"
#include "modules/notify/sql.hpp"
#include "platform/auth/digest.hpp"
#include "platform/outbound/encoding.hpp"
#include "platform/outbound/sink_for_tests.hpp"
#include "platform/outbound/web_push_for_tests.hpp"

namespace zx::notify {
namespace {

using outbound::base64url;
using outbound::test::Browser;

/// Keeps what it was given and answers as told.
class PushService {
 public:
  struct Call {
    std::map<std::string, std::string> headers;  ///< names in lower case
    std::string body;
  };

  explicit PushService(std::string answer = "201 Created") : answer_(std::move(answer)), sink_([this](outbound::test::Peer& peer) { serve(peer); }) {}

  std::string endpoint() const { return "http://127.0.0.1:" + std::to_string(sink_.port()) + "/push/abc"; }
  std::vector<Call> calls() const {
    std::lock_guard lock(mutex_);
    return calls_;
  }

 private:
  void serve(outbound::test::Peer& peer) {
    Call call;
    peer.read_line();
    for (auto line = peer.read_line(); !line.empty(); line = peer.read_line()) {
      auto const colon = line.find(':');
      auto name = line.substr(0, colon);
      for (auto& c : name) c = static_cast<char>(std::tolower(static_cast<unsigned char>(c)));
      call.headers[name] = line.substr(colon + 2);
    }
    call.body = peer.read_bytes(std::stoul(call.headers["content-length"]));
    {
      std::lock_guard lock(mutex_);
      calls_.push_back(std::move(call));
    }
    peer.write("HTTP/1.1 " + answer_ + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  std::string answer_;
  mutable std::mutex mutex_;
  std::vector<Call> calls_;
  outbound::test::Sink sink_;  // last: it serves with all of the above
};

struct Pushing : NotifyWorld {
  Browser browser;

  void SetUp() override {
    NotifyWorld::SetUp();
    if (!IsSkipped()) senders_of(world().services).put(Channel::push, push_sender({{"127.0.0.1"}}));
  }

  PushForm form(std::string endpoint = "https://push.example.com/send/abc") const {
    return {std::move(endpoint), base64url(browser.keys.public_key), base64url(browser.secret), "Chrome · Windows"};
  }
  Result<PushDeviceView> add_device(Actor const& who, PushForm const& given) {
    return world().try_write_as(who, [&](Context& ctx) { return add_push_device(ctx, given); });
  }
  std::vector<PushDeviceView> devices_of(Actor const& who) { return push(world().services, who).value().devices; }

  /// A browser at a push service that no form would take, because it is on this machine.
  void browser_at(PushService const& service, Actor const& who) {
    push(world().services, who);  // makes the keys
    auto const id = PushSubscriptionId::make();
    world().write([&](Context& ctx) -> Result<void> {
      ctx.db.execute(sql::insert_push_subscription, {{"org", world().organization},
                                                     {"id", id},
                                                     {"employee_id", who.employee},
                                                     {"endpoint", service.endpoint()},
                                                     {"endpoint_hash", auth::hex(auth::sha256(service.endpoint()))},
                                                     {"receiver_key", base64url(browser.keys.public_key)},
                                                     {"receiver_secret", base64url(browser.secret)},
                                                     {"device", "Chrome"},
                                                     {"address", "Chrome #" + id.text().substr(28)},
                                                     {"created_at", ctx.now}});
      return {};
    });
  }
};
ON_EACH_ENGINE(Pushing);

TEST_P(Pushing, a_closed_browser_is_told_and_only_it_can_read_what) {
  PushService service;
  world().services.public_url = "https://zx.example.com";
  browser_at(service, li);
  auto const thing = item(li);
  auto told = news("reminder.due", "1");
  told.subject_type = "work_item";
  told.subject_id = thing.id.uuid;
  told.number = "W-1";
  happens(told, {{li.employee, "owner", {}}});
  EXPECT_EQ(deliver(), 1);
  ASSERT_EQ(service.calls().size(), 1u);
  auto const call = service.calls()[0];
  EXPECT_EQ(call.headers.at("content-encoding"), "aes128gcm");
  EXPECT_EQ(call.body.find("PVC"), std::string::npos);
  auto const shown = browser.opened(call.body);
  ASSERT_TRUE(shown);
  auto const values = from_json<Settings>(*shown).value();
  EXPECT_EQ(values.at("title"), "快到期了：PVC排水管修复（W-1）");
  EXPECT_EQ(values.at("path"), "/work-items/" + thing.id.text());
  EXPECT_FALSE(Browser{}.opened(call.body)) << "no other browser reads it";
  EXPECT_EQ(log().at(0).state, DeliveryState::delivered);
  EXPECT_TRUE(devices_of(li).at(0).last_ok_at);
}

TEST_P(Pushing, the_push_service_can_tell_whose_message_it_is) {
  PushService service;
  browser_at(service, li);
  happens(news("work.mentioned", "1"), {{li.employee, "mentioned", {}}});
  deliver();
  auto const header = service.calls().at(0).headers.at("authorization");
  auto const begin = header.find("t=") + 2, end = header.find(", k=");
  auto const token = header.substr(begin, end - begin);
  auto const dot = token.rfind('.');
  auto const key = push(world().services, li).value().public_key;
  EXPECT_EQ(header.substr(end + 4), key) << "the key the browser was given";
  EXPECT_TRUE(
      outbound::test::is_signed_by(outbound::from_base64url(key).value(), token.substr(0, dot), outbound::from_base64url(token.substr(dot + 1)).value()));
}

TEST_P(Pushing, a_browser_that_is_gone_is_forgotten) {
  for (auto const* answer : {"410 Gone", "404 Not Found"}) {
    PushService service(answer);
    browser_at(service, li);
    happens(news("work.mentioned", answer), {{li.employee, "mentioned", {}}});
    EXPECT_EQ(deliver(), 1);
    EXPECT_EQ(log().at(0).state, DeliveryState::refused);
    EXPECT_TRUE(devices_of(li).empty()) << answer;
  }
}

TEST_P(Pushing, a_busy_push_service_is_tried_again_later) {
  PushService service("429 Too Many Requests");
  browser_at(service, li);
  happens(news("work.mentioned", "1"), {{li.employee, "mentioned", {}}});
  EXPECT_EQ(deliver(), 1);
  EXPECT_EQ(log().at(0).state, DeliveryState::waiting);
  EXPECT_EQ(devices_of(li).size(), 1u);
}

TEST_P(Pushing, each_browser_of_a_person_is_told_once) {
  PushService office, phone;
  browser_at(office, li);
  browser_at(phone, li);
  for (int i = 0; i < 2; ++i) happens(news("work.mentioned", "1"), {{li.employee, "mentioned", {}}});
  EXPECT_EQ(deliver(), 2);
  EXPECT_EQ(office.calls().size(), 1u);
  EXPECT_EQ(phone.calls().size(), 1u);
}

TEST_P(Pushing, whoever_switched_it_off_is_not_told) {
  PushService service;
  browser_at(service, li);
  happens(news("work.mentioned", "1"), {{li.employee, "mentioned", {}}});
  auto const device = devices_of(li).at(0).id;
  world().write_as(li, [&](Context& ctx) { return remove_push_device(ctx, device); });
  EXPECT_EQ(deliver(), 0);
  EXPECT_EQ(log().at(0).state, DeliveryState::dropped);
  world().write_as(li, [&](Context& ctx) { return choose(ctx, 1, {.channels = {{Kind::mention, Channel::push, false}}}); });
  browser_at(service, li);
  happens(news("work.mentioned", "2"), {{li.employee, "mentioned", {}}});
  EXPECT_EQ(deliver(), 0);
  EXPECT_TRUE(service.calls().empty());
}

TEST_P(Pushing, a_browser_belongs_to_who_switched_it_on_last) {
  ASSERT_TRUE(add_device(li, form()));
  ASSERT_TRUE(add_device(wang, form()));
  EXPECT_TRUE(devices_of(li).empty());
  EXPECT_EQ(devices_of(wang).size(), 1u);
}

TEST_P(Pushing, nobody_makes_the_server_call_inner_addresses) {
  auto code = [&](std::string endpoint) {
    auto const refused = add_device(li, form(std::move(endpoint)));
    return refused ? std::string() : refused.refusal().fields.at(0).code;
  };
  EXPECT_EQ(code("https://127.0.0.1/x"), "outbound.address_not_allowed");
  EXPECT_EQ(code("https://[::1]/x"), "outbound.address_not_allowed");
  EXPECT_EQ(code("http://push.example.com/x"), "outbound.scheme_not_allowed");
  EXPECT_EQ(code("file:///etc/passwd"), "outbound.scheme_not_allowed");
  // A name that leads there is found out when it is called.
  senders_of(world().services).put(Channel::push, push_sender());
  PushService service;
  browser_at(service, li);
  happens(news("work.mentioned", "1"), {{li.employee, "mentioned", {}}});
  deliver();
  EXPECT_TRUE(service.calls().empty());
}

TEST_P(Pushing, what_is_no_browser_is_refused) {
  auto broken = form();
  broken.p256dh = "AAAA";
  EXPECT_EQ(add_device(li, broken).refusal().fields.at(0).code, "outbound.push_receiver_invalid");
  for (int i = 0; i < 10; ++i) ASSERT_TRUE(add_device(li, form("https://push.example.com/" + std::to_string(i))));
  EXPECT_EQ(add_device(li, form("https://push.example.com/one-more")).refusal().code, "notify.too_many_devices");
  EXPECT_EQ(refused(li, [](Context& ctx) { return remove_push_device(ctx, PushSubscriptionId::make()); }), "notify.device_not_found");
}

TEST_P(Pushing, the_keys_are_made_once_and_kept) {
  auto const key = push(world().services, li).value().public_key;
  EXPECT_EQ(outbound::from_base64url(key).value().size(), 65u);
  EXPECT_EQ(push(world().services, wang).value().public_key, key);
}

}  // namespace
}  // namespace zx::notify
