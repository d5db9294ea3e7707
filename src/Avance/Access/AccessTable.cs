namespace Avance.Access;

/// <summary>
/// The table of who may do what: the only place that says so. It is printed as a page of the reference, and the pages are
/// walked against it.
/// </summary>
/// <remarks>
/// That nobody reviews or authorises what they captured themselves (AVP-069) is not in it: it depends on the figure.
/// </remarks>
public static class AccessTable
{
    private static readonly AccessRule[] ByAct =
    [
        Open(Act.ReadPublic, Admission.Anyone, new("Consultar lo publicado", "Read what is published")),
        Open(Act.SignIn, Admission.Anyone, new("Entrar y salir", "Sign in and out")),
        Open(Act.OwnAccount, Admission.SignedIn, new("Llevar su propia cuenta", "Look after one's own account")),
        Office(Act.EnterWork, new("Entrar al área de trabajo y consultarla", "Enter the workspace and read it"), [.. Roles.All]),
        Office(Act.EditPlan, new("Escribir el plan y abrir y cerrar el ejercicio", "Write the plan, and open and close the year"), Role.Plan),
        Office(Act.EditAmendments, new("Escribir adecuaciones y solicitarlas", "Write amendments and ask for them"), Role.Plan, Role.Budget),
        Office(Act.AuthoriseAmendments, new("Revisar, autorizar, aplicar y revertir adecuaciones", "Review, authorise, apply and undo amendments"), Role.Budget),
        Office(Act.ImportTables, new("Importar tablas", "Import tables"), Role.Plan, Role.Budget),
        Unit(Act.SeeCapture, new("Consultar la captura de una unidad", "Read a unit's capture"), Role.Capture, Role.Authorise, Role.Review, Role.Plan, Role.Audit),
        Unit(Act.WriteCapture, new("Capturar el avance de una unidad", "Type a unit's progress"), Role.Capture),
        Unit(Act.SubmitCapture, new("Enviar a revisión la captura de una unidad", "Send a unit's capture to review"), Role.Capture),
        Office(Act.ReviewCapture, new("Aprobar lo capturado", "Approve what was captured"), Role.Review),
        Unit(Act.ReturnCapture, new("Devolver a una unidad lo que capturó", "Return to a unit what it captured"), Role.Review, Role.Authorise),
        Unit(Act.AuthoriseCapture, new("Autorizar lo que una unidad informa", "Authorise what a unit reports"), Role.Authorise),
        Office(Act.RunPeriods, new("Abrir, cerrar y reabrir trimestres", "Open, close and reopen quarters"), Role.Plan),
        Office(Act.SeeTrace, new("Seguir una cifra hasta quien la capturó", "Follow a figure back to who captured it"), Role.Review, Role.Plan, Role.Audit),
        Office(Act.SeeJournal, new("Consultar la bitácora", "Read the journal"), Role.Audit, Role.Administer),
        Office(Act.ManagePeople, new("Invitar personas y dar permisos", "Invite people and give roles"), Role.Administer),
        Office(Act.Publish, new("Publicar informes", "Publish reports"), Role.Publish),
    ];

    /// <summary>Every act with who may do it, in the order of <see cref="Act"/>.</summary>
    public static IReadOnlyList<AccessRule> Rules => ByAct;

    /// <summary>Who may do something.</summary>
    public static AccessRule Of(Act act) => ByAct[(int)act];

    /// <summary>Whether someone with these roles may do something.</summary>
    /// <param name="act">What.</param>
    /// <param name="isSignedIn">Whether it is known who they are.</param>
    /// <param name="grants">Their roles, in whatever offices.</param>
    /// <param name="entityCode">In which office; null asks whether there is any in which they may.</param>
    /// <param name="unitCode">To which unit, for what is done to one; null asks for the whole office.</param>
    public static bool Allows(Act act, bool isSignedIn, IReadOnlyCollection<Grant> grants, string? entityCode, string? unitCode = null)
    {
        ArgumentNullException.ThrowIfNull(grants);
        var rule = Of(act);
        return rule.Admission switch
        {
            Admission.Anyone => true,
            Admission.SignedIn => isSignedIn,
            _ => isSignedIn && grants.Any(g => rule.Roles.Contains(g.Role)
                && (entityCode is null || g.EntityCode == entityCode)
                && (!rule.IsByUnit || g.UnitCode is null || g.UnitCode == unitCode)),
        };
    }

    private static AccessRule Open(Act act, Admission admission, LocalizedText name) => new(act, name, admission, [], IsByUnit: false);

    private static AccessRule Office(Act act, LocalizedText name, params Role[] roles) => new(act, name, Admission.Holders, roles, IsByUnit: false);

    private static AccessRule Unit(Act act, LocalizedText name, params Role[] roles) => new(act, name, Admission.Holders, roles, IsByUnit: true);
}
