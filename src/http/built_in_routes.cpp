#include "http/built_in_routes.h"

#include "http/declare_route.h"
#include "http/places.h"

namespace laoyou::http {

namespace {

Result<Answer> metrics_answer(const BuiltIn& shown, const Context& context) {
  if (!shown.metrics_for_all && !is_this_machine(context.peer())) return refuse("access.metrics");
  Answer answer;
  answer.content_type = "text/plain; version=0.0.4; charset=utf-8";
  answer.body = shown.metrics->text();
  return answer;
}

Answer json_answer(std::string_view standing_json) {
  Answer answer;
  answer.standing_body = standing_json;
  return answer;
}

}  // namespace

RouteTable built_in_routes(const BuiltIn& shown) {
  return {
      get("/health", open_to_all(), {"服务是否正常", "Whether the server answers and has its database"}, [&shown](Context&) -> Result<Answer> {
            if (shown.probe) shown.probe();
            return json_answer(R"({"status":"ok"})");
          })
          .never_stored(),
      get("/metrics", open_to_all(), {"运行指标（Prometheus）", "Figures of operation, for Prometheus"},
          [&shown](Context& context) -> Result<Answer> { return metrics_answer(shown, context); })
          .never_stored()
          .at_door()
          .refuses(403, "access.metrics"),
      get("/openapi.json", open_to_all(), {"接口文档（OpenAPI 3.1）", "This document"},
          [&shown](Context&) -> Result<Answer> {
            Answer answer;
            answer.body = shown.openapi;
            return answer;
          })
          .at_door(),
  };
}

}  // namespace laoyou::http
