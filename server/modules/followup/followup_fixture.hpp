#pragma once
// The world of followup's tests: a company, and commitments without the things they belong to.

#include "modules/followup/followup.hpp"
#include "modules/org/people_fixture.hpp"

namespace zx::followup {

class FollowUpWorld : public fixture::EachEngine {
 protected:
  FollowUpWorld() : EachEngine(tables()) {}

  void SetUp() override {
    EachEngine::SetUp();
    if (IsSkipped()) return;
    company.emplace(world());
    works = company->department("工程部");
    li = company->employ({.name = "李明", .department_id = works, .phone = "13800138000"});
    wang = company->employ({.name = "王芳", .department_id = works});
  }

  /// Reading and recording within the scope.
  Actor actor(EmployeeId id, Scope scope = Scope::self) { return company->actor(id, org::granted({permissions::read, permissions::record}, scope)); }

  NewCommitment thing(std::string title) {
    return {.id = CommitmentId::make(),
            .subject_type = "thing",
            .subject_kind = "repair",
            .number = "T-" + std::to_string(++numbers_),
            .title = std::move(title),
            .owner_id = li,
            .handler_id = li,
            .stage = "begun"};
  }
  Commitment open(NewCommitment const& form) {
    return world().write([&](Context& ctx) -> Result<Commitment> { return followup::open(ctx, form); });
  }
  Commitment close(Commitment const& commitment) {
    return world().write([&](Context& ctx) -> Result<Commitment> { return followup::close(ctx, commitment, "ended"); });
  }
  Commitment now(CommitmentId id) {
    return world().read([&](ReadContext const& ctx) { return find_visible(ctx, id, permissions::read).value(); });
  }
  Standing standing(CommitmentId id) {
    return world().read([&](ReadContext const& ctx) { return standing_of(ctx, id).value(); });
  }
  Instant in(Milliseconds wait) { return world().clock.now() + wait; }

  std::optional<org::Company> company;
  DepartmentId works;
  EmployeeId li;
  EmployeeId wang;

 private:
  static fixture::Migrations tables() {
    using fixture::operator+;
    return fixture::Migrations{} + org::module().migrations + followup::module().migrations;
  }
  int numbers_ = 0;
};

}  // namespace zx::followup
