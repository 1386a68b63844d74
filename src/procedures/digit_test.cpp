// The workflows of another platform, each as one file of tests/procedures/digit: proved, and played along every decision.
#include <gtest/gtest.h>

#include <filesystem>

#include "procedures/testing/world.h"

namespace laoyou::procedures {
namespace {

/// The roles that the file itself names: another platform has its own.
std::vector<powers::Role> roles_of(const Procedure& procedure) {
  std::vector<powers::Role> roles;
  const auto add = [&](const std::string& code) {
    if (std::none_of(roles.begin(), roles.end(), [&](const powers::Role& each) { return each.role == code; })) {
      roles.emplace_back();
      roles.back().role = code;
    }
  };
  for (const std::string& role : procedure.applicants) add(role);
  for (const Office& office : procedure.offices)
    for (const std::string& role : office.roles) add(role);
  return roles;
}

/// "STEP.DECISION" of every decision, and of those that the examples take.
std::pair<std::set<std::string>, std::set<std::string>> decisions_of(const Procedure& procedure) {
  std::set<std::string> all, taken;
  for (const Step& step : procedure.steps)
    for (const Decision& decision : step.decisions) all.insert(step.key + "." + decision.key);
  for (const ExampleWalk& example : procedure.examples)
    for (const rules::SourceText& act : example.acts)
      if (all.contains(act.text)) taken.insert(act.text);
  return {all, taken};
}

TEST(Digit, EveryWorkflowOfTheSetIsOneFileThatIsProvedAndPlayedAlongEveryDecision) {
  std::size_t files = 0;
  for (const auto& entry : std::filesystem::directory_iterator("tests/procedures/digit")) {
    const std::string name = entry.path().filename().string();
    Refusals refusals;
    Procedure procedure = read_procedure(name, testing::file_text(entry.path().string()), refusals);
    ASSERT_TRUE(refusals.empty()) << name << "\n" << testing::told(refusals);
    const World world{testing::world().schema, {}, roles_of(procedure), {}};
    check_procedure(procedure, world, refusals);
    EXPECT_TRUE(refusals.empty()) << name << "\n" << testing::told(refusals);
    const auto [all, taken] = decisions_of(procedure);
    EXPECT_EQ(all, taken) << name;
    ++files;
  }
  EXPECT_GE(files, 22u);
}

}  // namespace
}  // namespace laoyou::procedures
