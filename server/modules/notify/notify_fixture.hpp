#pragma once
// The world of notify's tests: a company with people who have mail addresses, an account to send by, and a postbox that
// keeps what was sent and answers as told.

#include <deque>

#include "modules/notify/claiming.hpp"
#include "modules/notify/delivering.hpp"
#include "modules/notify/digest.hpp"
#include "modules/notify/notify.hpp"
#include "modules/notify/reactions.hpp"
#include "modules/notify/telling.hpp"
#include "modules/org/people_fixture.hpp"
#include "modules/work/work.hpp"
#include "platform/events/events.hpp"

namespace zx::notify {

class Postbox final : public Sender {
 public:
  struct Sent {
    Instant at;
    Message message;
    bool delivered = true;
  };

  Outcome send(Account const&, Message const& message) override {
    std::lock_guard lock(mutex_);
    Outcome answer;
    if (!answers_.empty()) {
      answer = answers_.front();
      answers_.pop_front();
    }
    sent_.push_back({message.at, message, answer.what == Outcome::What::delivered});
    return answer;
  }
  void answer(Outcome outcome) {
    std::lock_guard lock(mutex_);
    answers_.push_back(std::move(outcome));
  }
  std::vector<Sent> sent() const {
    std::lock_guard lock(mutex_);
    return sent_;
  }

 private:
  mutable std::mutex mutex_;
  std::vector<Sent> sent_;
  std::deque<Outcome> answers_;
};

class NotifyWorld : public fixture::EachEngine {
 protected:
  NotifyWorld() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    for (auto const& [constraint, code] : module().refusals) world().database().refuse_as(constraint, code);
    works = company->department("工程部");
    chen = person("陈总工", "chen@example.com", {});
    li = person("李明", "li@example.com", chen.employee);
    wang = person("王芳", "wang@example.com", chen.employee);
    postbox = std::make_shared<Postbox>();
    senders_of(world().services).put(Channel::email, postbox);
    senders_of(world().services).put(Channel::sms, postbox);
    senders_of(world().services).put(Channel::feishu, postbox);
    senders_of(world().services).put(Channel::webhook, postbox);
  }

  Actor person(std::string name, std::string email, std::optional<EmployeeId> supervisor) {
    auto id = company->employ({.name = name, .department_id = works, .supervisor_id = supervisor, .phone = "13800138000", .email = email});
    return company->actor(
        id, org::granted({work::permissions::read, work::permissions::create, followup::permissions::read, followup::permissions::record}, Scope::self));
  }

  AccountView mail_account() {
    return add({.channel = Channel::email,
                .name = "公司邮箱",
                .settings = {{"host", "mail.example.com"}, {"port", "465"}, {"security", "tls"}, {"from_address", "zx@example.com"}},
                .secrets = {{"password", "geheim-4711"}}});
  }
  AccountView add(AccountForm const& form) {
    return world().write([&](Context& ctx) { return add_account(ctx, form); });
  }

  work::WorkItemView item(Actor const& who, work::NewWorkItemForm form = {}) {
    form.title = "PVC排水管修复";
    return world().write_as(who, [&](Context& ctx) { return work::create(ctx, form); });
  }

  /// What happened, told to these people; nothing in it belongs to a subject unless the test says so.
  void happens(News news, std::vector<Told> const& people) {
    if (news.title.empty()) news.title = "PVC排水管修复";
    world().write([&](Context& ctx) -> Result<void> {
      tell(ctx, news, people);
      return {};
    });
  }
  static News news(std::string event, std::string occurrence) { return {.event = std::move(event), .occurrence = std::move(occurrence)}; }

  int deliver(std::string const& node = "node-1") { return deliver_due(world().services, world().organization, node); }
  std::vector<Postbox::Sent> sent() { return postbox->sent(); }
  std::vector<DeliveryView> log(DeliveriesQuery const& query = {}) {
    return world().read([&](ReadContext const& ctx) { return deliveries(ctx, query).value().items; });
  }
  std::vector<NoticeView> inbox(Actor const& who, NoticesQuery const& query = {}) {
    return world().read_as(who, [&](ReadContext const& ctx) { return notices(ctx, query).value().items; });
  }
  std::int64_t unread_of(Actor const& who) {
    return world().read_as(who, [](ReadContext const& ctx) { return unread(ctx).count; });
  }
  template <class E>
  void react(E const& event) {
    for (auto const& reaction : reactions())
      if (reaction.event == E::event_name) world().write([&](Context& ctx) { return reaction.run(ctx, to_json(event)); });
  }
  template <class F>
  std::string refused(Actor const& who, F&& verb) {
    auto result = world().try_write_as(who, std::forward<F>(verb));
    if (result) return "";
    auto const& refusal = result.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields.front().path + ": " + refusal.fields.front().code;
  }
  Instant at(std::string_view text) { return *Instant::parse(text); }
  void go_to(std::string_view text) { world().clock.set(at(text)); }

  std::optional<org::Company> company;
  DepartmentId works;
  Actor chen, li, wang;
  std::shared_ptr<Postbox> postbox;

 private:
  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + org::module().migrations + followup::module().migrations + work::module().migrations + notify::module().migrations;
  }
};

}  // namespace zx::notify
