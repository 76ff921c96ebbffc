// The contract of the server that served this page, and requests to nobody else.
fetch("/openapi.json")
  .then((answer) => answer.json())
  .then((contract) => {
    Object.values(contract.components.parameters).filter((parameter) => !parameter.required).forEach(tellExample);
    SwaggerUIBundle({
      spec: contract,
      dom_id: "#ui",
      deepLinking: true,
      displayRequestDuration: true,
      docExpansion: "list",
      defaultModelsExpandDepth: 0,
      filter: true,
      tryItOutEnabled: true,
      validatorUrl: null,
    });
  })
  .catch(() => {
    document.getElementById("ui").textContent = "The contract cannot be read just now. Reload this page in a moment.";
  });

// Swagger UI sends examples along. A filter, a precondition or a key that nobody asked for would spoil the request.
function tellExample(parameter) {
  if (parameter.example === undefined) return;
  parameter.description = `${parameter.description ?? ""} For example \`${parameter.example}\`.`.trim();
  delete parameter.example;
}
