using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Msp.Quoting.Web.Localization;

/// <summary>Binds entry fields for numbers through <see cref="NumberEntry"/>, and says in words what is wrong with one that is none.</summary>
internal sealed class NumberBinding : IModelBinder, IModelBinderProvider
{
    /// <summary>Puts it before the framework's own binders.</summary>
    public static void Add(MvcOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        options.ModelBinderProviders.Insert(0, new NumberBinding());
    }

    /// <inheritdoc/>
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType is var type && (type == typeof(decimal) || type == typeof(int)) ? this : null;

    /// <inheritdoc/>
    public Task BindModelAsync(ModelBindingContext bindingContext)
    {
        var value = bindingContext.ValueProvider.GetValue(bindingContext.ModelName);
        if (value == ValueProviderResult.None)
        {
            return Task.CompletedTask;
        }

        bindingContext.ModelState.SetModelValue(bindingContext.ModelName, value);
        var type = bindingContext.ModelMetadata.UnderlyingOrModelType;
        var texts = bindingContext.HttpContext.RequestServices.GetRequiredService<Texts>();
        var label = texts[bindingContext.ModelMetadata.GetDisplayName()];
        if (string.IsNullOrWhiteSpace(value.FirstValue))
        {
            if (bindingContext.ModelMetadata.IsNullableValueType)
            {
                bindingContext.Result = ModelBindingResult.Success(null);
            }
            else
            {
                bindingContext.ModelState.TryAddModelError(bindingContext.ModelName, texts["{0}: enter a number", label]);
            }

            return Task.CompletedTask;
        }

        switch (NumberEntry.Parse(value.FirstValue, CultureInfo.CurrentCulture))
        {
            case { } number when type == typeof(decimal):
                bindingContext.Result = ModelBindingResult.Success(number);
                break;
            case { } number when number == decimal.Truncate(number) && number is >= int.MinValue and <= int.MaxValue:
                bindingContext.Result = ModelBindingResult.Success((int)number);
                break;
            case null:
                bindingContext.ModelState.TryAddModelError(
                    bindingContext.ModelName, texts["{0} must be a number, such as {1}", label, 1250.5m.ToString("N1", CultureInfo.CurrentCulture)]);
                break;
            default:
                bindingContext.ModelState.TryAddModelError(
                    bindingContext.ModelName, texts["{0} must be a whole number, such as {1}", label, 1250.ToString("N0", CultureInfo.CurrentCulture)]);
                break;
        }

        return Task.CompletedTask;
    }
}
