#pragma once
// The world of the tests about people outside.

#include "modules/work/public_form.hpp"
#include "modules/work/public_rules.hpp"
#include "modules/work/requester.hpp"
#include "modules/work/work_fixture.hpp"
#include "platform/base/json.hpp"

namespace zx::work {

struct OutboxRow {
  std::string name;
  std::string payload;
};
BOOST_DESCRIBE_STRUCT(OutboxRow, (), (name, payload))

class OutsideWorld : public WorkWorld {
 protected:
  /// The address of a path's last part; every asker has an address of their own, so that limits stay out of the way.
  Outsider from(std::string_view path) { return {std::string(path.substr(path.rfind('/') + 1)), "2001:db8:" + std::to_string(++askers_ % 9000) + "::1"}; }

  std::string link_to(WorkItemId id) {
    return world().write_as(company->system, [&](Context& ctx) { return make_status_link(ctx, id); }).path;
  }
  Result<PublicStatusView> ask_status(std::string_view path) { return public_status(world().services, from(path)); }
  PublicStatusView status(std::string_view path) { return ask_status(path).value(); }
  Result<PublicStatusView> answer(std::string_view path, RequesterAnswerForm const& form) { return answer_status(world().services, from(path), form); }
  Result<PublicStatusView> object(std::string_view path, std::string words = "还在漏") {
    return answer(path, {.answer = RequesterAnswer::unsolved, .words = std::move(words)});
  }
  Result<PublicStatusView> rate(std::string_view path, std::int64_t rating, std::optional<std::string> words = {}) {
    return answer(path, {.answer = RequesterAnswer::thanks, .rating = rating, .words = std::move(words)});
  }

  /// 李明's, done by himself.
  void finish(WorkItemId id) {
    world().write_as(li, [&](Context& ctx) { return work::close(ctx, id, "已修好"); });
  }

  void offer_kind(std::string_view code) {
    world().write_as(company->system, [&](Context& ctx) { return change_kind(ctx, code, kind_called(ctx, code).version, {.public_form = true}); });
  }
  /// On, for work orders; its path.
  std::string open_form() {
    offer_kind("work_order");
    return *world().write_as(company->system, [&](Context& ctx) { return change_public_form(ctx, 0, {.enabled = true, .welcome = "欢迎报修"}); }).path;
  }
  PublicRequestForm leak() {
    return {.client_id = Uuid::v7(),
            .kind = "work_order",
            .name = "孙女士",
            .phone = "13800138000",
            .location = "3号楼1102",
            .description = "厨房顶板渗水\n已经两天了"};
  }
  Result<PublicRequestAnswer> request(std::string_view path, PublicRequestForm const& form) { return request_from_outside(world().services, from(path), form); }

  template <class E>
  std::vector<E> told_of() {
    auto const rows = world().read([](ReadContext const& ctx) {
      static constexpr std::string_view text = "SELECT name, payload FROM outbox_event ORDER BY id";
      static constexpr db::Statement statement{"told", text, text};
      return ctx.db.all<OutboxRow>(statement);
    });
    std::vector<E> events;
    for (auto const& row : rows)
      if (row.name == E::event_name) events.push_back(from_json<E>(row.payload).value());
    return events;
  }
  template <class T>
  static std::string code(Result<T> const& result) {
    if (result) return "";
    auto const& refusal = result.refusal();
    return refusal.fields.empty() ? refusal.code : refusal.fields.front().path + ": " + refusal.fields.front().code;
  }

 private:
  int askers_ = 0;
};

}  // namespace zx::work
