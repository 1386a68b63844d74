// laoyou bundle: values that count, carried up from one server to the next as signed, numbered files; for servers that do not see each other.
#include <fstream>
#include <iterator>
#include <ostream>

#include "app/bundle_command.h"
#include "app/open_store.h"
#include "base/messages.h"
#include "plan/bundles/bundles.h"
#include "plan/stack/running_plans.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：\n"
    "  laoyou bundle export FILE --plan KEY --region CODE [--number N] [--data DIR | --database URL]   生成下一号数据包，或重新取出第 N 号\n"
    "  laoyou bundle import FILE [--plans DIR] [--data DIR | --database URL]                          接收下级的数据包；同一号重复送到只入库一次\n"
    "  laoyou bundle key [--data DIR | --database URL]                                                本服务器的公钥\n"
    "  laoyou bundle trust PUBLIC_KEY --region CODE --name NAME [--data DIR | --database URL]          登记下级服务器的公钥\n";

const store::Actor k_actor{0, "command", "bundle"};

int refused(const Refusal& refusal, std::ostream& err) {
  err << message(refusal, Language::zh) << "\n";
  return 1;
}

int usage(std::ostream& err) {
  err << k_usage;
  return 2;
}

int export_bundle(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto plan = options.value("plan"), region_text = options.value("region"), number = options.value("number");
  if (!plan || !region_text) return usage(err);
  const Result<RegionCode> region = RegionCode::parse(*region_text);
  if (!region) return refused(region.error(), err);
  const Result<plan::SentBundle> bundle = number ? plan::made_bundle(store, *plan, *region, std::atoll(number->c_str())) : plan::next_bundle(store, k_actor, *plan, *region);
  if (!bundle) return refused(bundle.error(), err);
  std::ofstream file(options.words()[1], std::ios::binary);
  file << bundle->text << std::flush;
  if (!file) return refused(refuse("bundles.not_written", {options.words()[1]}), err);
  out << "第 " << bundle->number << " 号数据包，" << bundle->values << " 个数值\n";
  return 0;
}

int import_bundle(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  std::ifstream file(options.words()[1], std::ios::binary);
  const std::string text((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
  if (!file) return refused(refuse("bundles.unreadable"), err);
  plan::RunningPlans plans(options.value("plans").value_or("plans"));
  if (const auto loaded = plans.reload(); !loaded) return refused(loaded.error().front(), err);
  const Result<plan::BundleTaken> taken = plan::take_bundle(store, k_actor, *plans.current(), RegionCode(), text);
  if (!taken) return refused(taken.error(), err);
  if (taken->taken_before)
    out << "第 " << taken->number << " 号数据包此前已接收，没有重复入库\n";
  else
    out << "已接收第 " << taken->number << " 号数据包，变动 " << taken->changed << " 个数值\n";
  return 0;
}

int trust(const Options& options, store::Store& store, std::ostream& out, std::ostream& err) {
  const auto region_text = options.value("region"), name = options.value("name");
  if (!region_text || !name) return usage(err);
  const Result<RegionCode> region = RegionCode::parse(*region_text);
  if (!region) return refused(region.error(), err);
  if (const Result<void> done = plan::trust_bundles(store, k_actor, {*region, *name, options.words()[1]}); !done) return refused(done.error(), err);
  out << "已登记\n";
  return 0;
}

}  // namespace

int bundle_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  return with_store(words, {"plan", "plans", "region", "number", "name"}, {}, k_usage, err, [&](const Options& options, store::Store& store) {
    const std::string what = options.words().empty() ? "" : options.words().front();
    if (what == "key" && options.words().size() == 1) {
      out << plan::own_bundle_key(store, k_actor) << "\n";
      return 0;
    }
    if (options.words().size() != 2) return usage(err);
    if (what == "export") return export_bundle(options, store, out, err);
    if (what == "import") return import_bundle(options, store, out, err);
    if (what == "trust") return trust(options, store, out, err);
    return usage(err);
  });
}

}  // namespace laoyou::app
