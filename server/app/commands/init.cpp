#include "app/commands/commands.hpp"
#include "app/modules.hpp"

namespace zx::app::commands {
namespace {

struct Made {
  OrganizationId organization_id;
  std::string organization;
  std::string setup_path;
};
BOOST_DESCRIBE_STRUCT(Made, (), (organization_id, organization, setup_path))

}  // namespace

ExitCode init(Application& application, Console& console, InitOptions const& options) {
  auto& services = application.services();
  auto made = services.database.write([&](db::Transaction& tx) -> Result<org::MadeOrganization> {
    if (org::only_organization(tx)) return Refusal::conflict("organization.exists");
    return make_organization(tx, services, {options.organization, options.time_zone});
  });
  if (!made) return console.refuse(made.refusal(), application.texts());
  Made view{made->organization, options.organization, "/setup/" + made->setup_token};
  auto text = application.texts().text(console.language, "command.init.done", {{"organization", options.organization}, {"path", view.setup_path}});
  console.answer(view, text);
  return ExitCode::success;
}

}  // namespace zx::app::commands
