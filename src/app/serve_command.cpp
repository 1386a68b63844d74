#include <charconv>
#include <ostream>

#include "app/command.h"
#include "app/daily_pass.h"
#include "app/house.h"
#include "app/mail_sender.h"
#include "app/open_store.h"
#include "app/pages.h"
#include "app/smtp_options.h"
#include "app/store_options.h"
#include "base/freed_memory.h"
#include "http/server.h"
#include "plan/stack/register_field.h"

namespace laoyou::app {
namespace {

constexpr std::string_view k_usage =
    "用法：laoyou serve [--data DIR | --database URL] [--plan DIR] [--port N] [--address IP]\n"
    "  --data DIR        数据目录，默认 data；其中有数据库 laoyou.db 和密钥 laoyou.key\n"
    "  --database URL    改用 postgresql://… 或 sqlite:文件；密钥仍在数据目录\n"
    "  --key FILE        密钥文件\n"
    "  --new             密钥已在而数据库不在时，仍另建新库\n"
    "  --node N          本机编号，0 到 1023，默认 0；数据会汇到一处的服务器各用一个\n"
    "  --plan DIR        方案文件夹，或放着多个方案的文件夹，默认 plans\n"
    "  --port N          端口，默认 8080；0 为任一空闲端口\n"
    "  --address IP      监听地址，默认 127.0.0.1\n"
    "  --certificate FILE --private-key FILE   启用 TLS\n"
    "  --behind-proxy    本机反向代理转来的请求，以其 X-Forwarded-For 为准\n"
    "  --webhooks-own-network   事件订阅也可发往内网地址和 http://\n"
    "  --seal sha256|sm3     留痕封印的散列；--cipher sodium|sm4  封存字段的密码\n"
    "  --smtp-url URL    发邮件摘要的服务器：smtps://主机:465 或 smtp://主机:587（STARTTLS）\n"
    "  --smtp-from 邮箱  发件人；--smtp-user 名称 --smtp-secret FILE  登录名和存放口令的文件\n"
    "  --smtp-authority FILE  另行信任的证书；--pages-address URL  本平台的网址，写在邮件和打印件上\n"
    "  --log FILE        日志写入文件，默认写到标准错误；收到 SIGHUP 重新打开\n";

struct ServeOptions {
  http::ServerOptions server;
  std::filesystem::path plans = "plans";
  std::optional<std::string> log_file;
  std::optional<mail::SmtpServer> smtp;
  bool webhooks_own_network = false;
  std::string pages_address;  ///< stands in mail and on printed papers
};

Result<ServeOptions> read_serve_options(const Options& options) {
  ServeOptions chosen;
  chosen.server.stop_on_signals = true;
  chosen.server.address = options.value("address").value_or("127.0.0.1");
  const std::string port = options.value("port").value_or("8080");
  const auto [end, error] = std::from_chars(port.data(), port.data() + port.size(), chosen.server.port);
  if (error != std::errc() || end != port.data() + port.size()) return refuse("option.unknown_value", {"port", port, "0..65535"});
  chosen.server.trusts_proxy = options.has("behind-proxy");
  if (options.has("certificate") != options.has("private-key"))
    return refuse("option.missing_value", {options.has("certificate") ? "private-key" : "certificate"});
  if (options.has("certificate")) chosen.server.tls = http::TlsFiles{*options.value("certificate"), *options.value("private-key")};
  chosen.plans = options.value("plan").value_or("plans");
  chosen.log_file = options.value("log");
  const auto smtp = smtp_options(options);
  if (!smtp) return smtp.error();
  chosen.smtp = *smtp;
  chosen.webhooks_own_network = options.has("webhooks-own-network");
  chosen.pages_address = options.value("pages-address").value_or("");
  return chosen;
}

int serve(const store::StoreOptions& store_chosen, ServeOptions chosen, std::ostream& out, std::ostream& err) {
  const SystemClock clock;
  SecureRandom random;
  plan::RunningPlans plans(chosen.plans);
  if (const auto loaded = plans.reload(); !loaded) {
    for (const Refusal& refusal : loaded.error()) err << refusal.place << ": " << message(refusal, Language::zh) << "\n";
    return 1;
  }
  const auto store = store::Store::open(store_chosen, clock, random, all_tables(plan::extensions(*plans.current())));
  http::Log log(clock, chosen.log_file ? http::LogTarget::file : http::LogTarget::standard_error, chosen.log_file.value_or(""));
  House house(*store, plans, clock, random);
  house.follow([&log](const std::string& subscriber, const std::string& what) { log.failure("follower", what, subscriber); });
  house.mail_by(chosen.smtp, chosen.pages_address);
  if (chosen.webhooks_own_network) house.let_webhooks_into_own_network();
  const MailSender sender(house.mail_services(), [&log](const std::string& what) { log.failure("mail", what, ""); });
  const DailyPass daily(clock, [&](Date today) { pass_day(*store, plans, today).value(); }, [&log](const std::string& what) { log.failure("daily", what, ""); });
  house.work({.directory = store_chosen.key_file.parent_path() / "jobs", .cipher = store_chosen.cipher}, [&log](const std::string& about, const std::string& what) { log.failure("jobs", what, about); });
  const bool secure = chosen.server.tls.has_value();
  const std::string address = chosen.server.address;
  http::Server server(std::move(chosen.server), {clock, random, house.accounts().authenticator(), log, house.routes(), http::StaticFiles(pages()), [&store] { store->journal_head(); }});
  out << "laoyou 正在服务：" << (secure ? "https://" : "http://") << address << ":" << server.port() << "/（方案 " << plans.current()->plans.size() << " 个，数据库版本 "
      << store->schema_number() << "）" << std::endl;
  house.jobs().count_in(server.metrics());
  give_back_freed_memory();  // of what starting took
  server.start();
  server.wait();
  house.jobs().stop();  // while the server still holds what they count in
  out << "laoyou 已停止" << std::endl;
  return 0;
}

}  // namespace

int serve_command(Words words, std::istream&, std::ostream& out, std::ostream& err) {
  std::vector<std::string> valued = store_option_names();
  for (const char* name : {"plan", "port", "address", "certificate", "private-key", "log", "pages-address"}) valued.emplace_back(name);
  for (std::string& name : smtp_option_names()) valued.push_back(std::move(name));
  const Result<Options> options = Options::read(words, valued, {"behind-proxy", "webhooks-own-network", "new", "help"});
  if (options && options->has("help")) {
    out << k_usage;
    return 0;
  }
  const Result<store::StoreOptions> store_chosen = options ? store_options(*options) : options.error();
  const Result<ServeOptions> chosen = store_chosen ? read_serve_options(*options) : store_chosen.error();
  if (!chosen || !options->words().empty()) {
    if (!chosen) err << message(chosen.error(), Language::zh) << "\n";
    err << k_usage;
    return 2;
  }
  outlive_file_size_limit();
  try {
    return serve(*store_chosen, *chosen, out, err);
  } catch (const store::StoreFailure& failure) {
    err << why_ended(failure, *store_chosen) << "\n";
    return 1;
  }
}

}  // namespace laoyou::app
